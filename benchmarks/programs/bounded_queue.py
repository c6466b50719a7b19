"""Producers and consumers with a Queue for one item between them."""

import queue


class State:
    def __init__(self, times):
        self.times = times
        self.line = queue.Queue(1)
        self.taken = []

    def put(self):
        for _ in range(self.times):
            self.line.put("item")

    def take(self):
        for _ in range(self.times):
            self.taken.append(self.line.get())

    def holds(self):
        return len(self.taken) == 2 * self.times
