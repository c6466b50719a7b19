# kind = "wrong"
# mistake = "the number is changed outside of the lock, so that two calls may count as one"
# loses = ["test_every_call_counts", "test_many_calls_by_two_sellers"]
# finding = "lost update"

import threading


class NumberDisplay:
    def __init__(self):
        self.number = 0
        self.changed = threading.Condition()

    def call_next(self):
        self.number += 1
        with self.changed:
            self.changed.notify()

    def wait_until(self, mine):
        with self.changed:
            while self.number < mine:
                self.changed.wait()
