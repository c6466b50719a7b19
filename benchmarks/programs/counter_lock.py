"""The same counter with a Lock around each addition."""

import threading


class State:
    def __init__(self, threads, times):
        self.expected = threads * times
        self.times = times
        self.number = 0
        self.lock = threading.Lock()

    def add(self):
        for _ in range(self.times):
            with self.lock:
                self.number += 1

    def holds(self):
        return self.number == self.expected
