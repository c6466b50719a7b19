# kind = "wrong"
# mistake = "waits for exactly this number, which may be over already"
# loses = ["test_many_calls_by_two_sellers"]
# finding = "deadlock"

import threading


class NumberDisplay:
    def __init__(self):
        self.number = 0
        self.changed = threading.Condition()

    def call_next(self):
        with self.changed:
            self.number += 1
            self.changed.notify()

    def wait_until(self, mine):
        with self.changed:
            while self.number != mine:
                self.changed.wait()
