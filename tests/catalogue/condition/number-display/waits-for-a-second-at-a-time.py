# kind = "wrong"
# mistake = "a wait with a timeout in a loop, and nobody notifies"
# loses = ["test_the_customer_does_not_ask_again"]
# finding = "polling"

import threading


class NumberDisplay:
    def __init__(self):
        self.number = 0
        self.changed = threading.Condition()

    def call_next(self):
        with self.changed:
            self.number += 1

    def wait_until(self, mine):
        with self.changed:
            while self.number < mine:
                self.changed.wait(timeout=1)
