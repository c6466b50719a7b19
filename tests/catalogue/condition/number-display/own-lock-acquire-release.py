# kind = "right"
# variant = "a lock and a condition on it, with acquire and release in try and finally"
# loses = []

import threading


class NumberDisplay:
    def __init__(self):
        self.lock = threading.Lock()
        self.changed = threading.Condition(self.lock)
        self.number = 0

    def call_next(self):
        with self.lock:
            self.changed.notify()
            self.number += 1

    def wait_until(self, mine):
        self.changed.acquire()
        try:
            while not self.number >= mine:
                self.changed.wait()
        finally:
            self.changed.release()
