# kind = "right"
# variant = "an event, and a lock around the count"
# loses = []

import threading


class Latch:
    def __init__(self, count):
        self.count = count
        self.lock = threading.Lock()
        self.done = threading.Event()
        if count == 0:
            self.done.set()

    def count_down(self):
        with self.lock:
            self.count -= 1
            if self.count <= 0:
                self.done.set()

    def wait(self):
        self.done.wait()
