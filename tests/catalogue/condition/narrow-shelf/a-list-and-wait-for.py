# kind = "right"
# variant = "a list for the loaf, and wait_for; take uses take_back, under the same RLock"
# loses = []

import threading


class NarrowShelf:
    def __init__(self):
        self.changed = threading.Condition()
        self.loaves = []

    def put(self, loaf):
        with self.changed:
            self.changed.wait_for(lambda: not self.loaves)
            self.loaves.append(loaf)
            self.changed.notify_all()

    def take(self):
        with self.changed:
            self.changed.wait_for(lambda: self.loaves)
            return self.take_back()

    def take_back(self):
        with self.changed:
            if not self.loaves:
                return None
            self.changed.notify_all()
            return self.loaves.pop()
