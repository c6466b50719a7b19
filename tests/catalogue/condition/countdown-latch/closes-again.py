# kind = "wrong"
# mistake = "the first who goes on sets the count back"
# loses = ["test_all_who_wait_go_on"]
# finding = "deadlock"

import threading


class Latch:
    def __init__(self, count):
        self.count = self.jobs = count
        self.opened = threading.Condition()

    def count_down(self):
        with self.opened:
            self.count -= 1
            if self.count <= 0:
                self.opened.notify_all()

    def wait(self):
        with self.opened:
            while self.count > 0:
                self.opened.wait()
            self.count = self.jobs
