"""A reader who sleeps a second instead of waiting for the writer, who may be late."""

import time


class State:
    def __init__(self):
        self.value = None
        self.seen = None

    def write(self):
        self.value = 1

    def read(self):
        time.sleep(1)
        self.seen = self.value

    def holds(self):
        return self.seen == 1
