# kind = "wrong"
# mistake = "a lock is added, and the customer still asks every second"
# loses = ["test_the_customer_does_not_ask_again"]
# finding = "polling"

import threading
import time


class NumberDisplay:
    def __init__(self):
        self.number = 0
        self.lock = threading.Lock()

    def call_next(self):
        with self.lock:
            self.number += 1

    def wait_until(self, mine):
        while True:
            with self.lock:
                if self.number >= mine:
                    return
            time.sleep(1)
