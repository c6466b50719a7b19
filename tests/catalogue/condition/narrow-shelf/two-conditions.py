# kind = "right"
# variant = "two conditions on one lock: one for each predicate"
# loses = []

import threading


class NarrowShelf:
    def __init__(self):
        self.lock = threading.Lock()
        self.empty = threading.Condition(self.lock)
        self.full = threading.Condition(self.lock)
        self.loaf = None

    def put(self, loaf):
        with self.lock:
            while self.loaf is not None:
                self.empty.wait()
            self.loaf = loaf
            self.full.notify()

    def take(self):
        with self.lock:
            while self.loaf is None:
                self.full.wait()
            return self._lift()

    def take_back(self):
        with self.lock:
            return self._lift()

    def _lift(self):
        loaf, self.loaf = self.loaf, None
        self.empty.notify()
        return loaf
