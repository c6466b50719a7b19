# kind = "right"
# variant = "each job wakes the waiters, who look again"
# loses = []

import threading


class Latch:
    def __init__(self, count):
        self.count = count
        self.opened = threading.Condition()

    def count_down(self):
        with self.opened:
            self.count = max(0, self.count - 1)
            self.opened.notify_all()

    def wait(self):
        with self.opened:
            while self.count != 0:
                self.opened.wait()
