# kind = "wrong"
# mistake = "looks at the count once a second"
# loses = [
#     "test_nobody_asks_the_latch",
#     "test_slow_jobs",
# ]
# finding = "polling"

import threading
import time


class Latch:
    def __init__(self, count):
        self.count = count
        self.lock = threading.Lock()

    def count_down(self):
        with self.lock:
            self.count -= 1

    def wait(self):
        while self.count > 0:
            time.sleep(1)
