# kind = "wrong"
# mistake = "an event, and a count without a lock"
# loses = ["test_nobody_goes_on_before_the_jobs_are_done"]
# finding = "lost update"

import threading


class Latch:
    def __init__(self, count):
        self.count = count
        self.done = threading.Event()
        if count == 0:
            self.done.set()

    def count_down(self):
        self.count -= 1
        if self.count <= 0:
            self.done.set()

    def wait(self):
        self.done.wait()
