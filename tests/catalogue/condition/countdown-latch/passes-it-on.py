# kind = "right"
# variant = "each who goes on wakes the next one"
# loses = []

import threading


class Latch:
    def __init__(self, count):
        self.count = count
        self.opened = threading.Condition()

    def count_down(self):
        with self.opened:
            self.count -= 1
            if self.count <= 0:
                self.opened.notify()

    def wait(self):
        with self.opened:
            while self.count > 0:
                self.opened.wait()
            self.opened.notify()
