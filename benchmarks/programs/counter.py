"""Threads that add one to a shared number, as often as they are told: an addition can be lost."""


class State:
    def __init__(self, threads, times):
        self.expected = threads * times
        self.times = times
        self.number = 0

    def add(self):
        for _ in range(self.times):
            self.number += 1

    def holds(self):
        return self.number == self.expected
