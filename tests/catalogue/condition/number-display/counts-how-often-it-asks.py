# kind = "wrong"
# mistake = "asks every second, and counts how often"
# loses = ["test_the_customer_does_not_ask_again"]
# finding = "endless loop"

import threading
import time


class NumberDisplay:
    def __init__(self):
        self.number = 0
        self.changed = threading.Condition()

    def call_next(self):
        with self.changed:
            self.number += 1
            self.changed.notify()

    def wait_until(self, mine):
        self.asked = 0
        while True:
            with self.changed:
                self.asked += 1
                if self.number >= mine:
                    return
            time.sleep(1)
