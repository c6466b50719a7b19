# kind = "wrong"
# mistake = "waits for a minute at most"
# loses = ["test_slow_jobs"]
# finding = "wrong order"

import threading


class Latch:
    def __init__(self, count):
        self.count = count
        self.opened = threading.Condition()

    def count_down(self):
        with self.opened:
            self.count -= 1
            if self.count <= 0:
                self.opened.notify_all()

    def wait(self):
        with self.opened:
            self.opened.wait_for(lambda: self.count <= 0, timeout=60)
