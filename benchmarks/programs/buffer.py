"""A buffer of one slot in a Condition.  With ``notify``, a wake-up can reach one who has nothing to do."""

import threading


class State:
    def __init__(self, items, notify_all):
        self.items = items
        self.slot = []
        self.taken = []
        self.changed = threading.Condition()
        self.tell = self.changed.notify_all if notify_all else self.changed.notify

    def put(self, times):
        for _ in range(times):
            with self.changed:
                while self.slot:
                    self.changed.wait()
                self.slot.append("item")
                self.tell()

    def take(self, times):
        for _ in range(times):
            with self.changed:
                while not self.slot:
                    self.changed.wait()
                self.taken.append(self.slot.pop())
                self.tell()

    def holds(self):
        return len(self.taken) == self.items
