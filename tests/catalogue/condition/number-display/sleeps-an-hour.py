# kind = "wrong"
# mistake = "sleeps for an hour, and then believes that the number has been called"
# loses = ["test_many_calls_by_two_sellers"]
# finding = "wrong order"

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
        time.sleep(3600)
