# kind = "wrong"
# mistake = "counts down outside the lock"
# loses = ["test_nobody_goes_on_before_the_jobs_are_done"]
# finding = "forgotten notify"

import threading


class Latch:
    def __init__(self, count):
        self.count = count
        self.opened = threading.Condition()

    def count_down(self):
        self.count -= 1
        with self.opened:
            if self.count <= 0:
                self.opened.notify_all()

    def wait(self):
        with self.opened:
            while self.count > 0:
                self.opened.wait()
