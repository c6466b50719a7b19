# kind = "wrong"
# mistake = "an if for the while, and each job wakes the waiters"
# loses = [
#     "test_nobody_goes_on_before_the_jobs_are_done",
#     "test_slow_jobs",
# ]
# finding = "wrong order"

import threading


class Latch:
    def __init__(self, count):
        self.count = count
        self.opened = threading.Condition()

    def count_down(self):
        with self.opened:
            self.count -= 1
            self.opened.notify_all()

    def wait(self):
        with self.opened:
            if self.count > 0:
                self.opened.wait()
