# kind = "right"
# variant = "a lock, and an event for each number that somebody waits for"
# loses = []

import threading


class NumberDisplay:
    def __init__(self):
        self.lock = threading.Lock()
        self.number = 0
        self.bells = {}

    def call_next(self):
        with self.lock:
            self.number += 1
            bell = self.bells.get(self.number)
            if bell is not None:
                bell.set()

    def wait_until(self, mine):
        with self.lock:
            if self.number >= mine:
                return
            bell = self.bells.setdefault(mine, threading.Event())
        bell.wait()
