# kind = "wrong"
# mistake = "a loop around wait(timeout=10)"
# loses = ["test_nobody_asks_the_latch"]
# finding = "polling"

import threading


class Latch:
    def __init__(self, count):
        self.count = count
        self.opened = threading.Condition()

    def count_down(self):
        with self.opened:
            if self.count > 0:
                self.count -= 1
            if self.count == 0:
                self.opened.notify_all()

    def wait(self):
        with self.opened:
            while self.count > 0:
                self.opened.wait(timeout=10)
