"""A hand-over through a SimpleQueue."""

import queue


class State:
    def __init__(self):
        self.line = queue.SimpleQueue()
        self.taken = None

    def put(self):
        self.line.put("item")

    def take(self):
        self.taken = self.line.get()

    def holds(self):
        return self.taken == "item"
