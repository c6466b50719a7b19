# kind = "wrong"
# mistake = "looks once: if in place of while"
# loses = ["test_a_number_is_waited_for", "test_many_calls_by_two_sellers"]
# finding = "wrong order"

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
            if self.number < mine:
                self.changed.wait()
