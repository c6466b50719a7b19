"""A counter in a Condition's lock that is taken twice by the same thread, which its RLock allows."""

import threading


class State:
    def __init__(self):
        self.number = 0
        self.changed = threading.Condition()

    def add(self):
        with self.changed, self.changed:
            self.number += 1
            self.changed.notify_all()

    def holds(self):
        return self.number == 2
