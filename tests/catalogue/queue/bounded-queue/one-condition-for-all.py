# kind = "right"
# variant = "one condition, and notify_all()"
# loses = []

import threading
from queue import Empty, Full


class BoundedQueue:
    def __init__(self, maxsize=0):
        self.maxsize = maxsize
        self.items = []
        self.changed = threading.Condition()

    def put(self, item, block=True, timeout=None):
        with self.changed:
            if block:
                self.changed.wait_for(lambda: not self.full(), timeout)
            if self.full():
                raise Full("there is no room")
            self.items.append(item)
            self.changed.notify_all()

    def get(self, block=True, timeout=None):
        with self.changed:
            if block:
                self.changed.wait_for(lambda: self.items, timeout)
            if not self.items:
                raise Empty("there is no item")
            self.changed.notify_all()
            return self.items.pop(0)

    def full(self):
        return 0 < self.maxsize <= len(self.items)
