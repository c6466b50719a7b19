"""Two who look whether a Queue has an item before they take it: there is one, and both may see it."""

import queue


class State:
    def __init__(self):
        self.line = queue.Queue()
        self.line.put("item")

    def take(self):
        if not self.line.empty():
            self.line.get()

    def holds(self):
        return self.line.empty()
