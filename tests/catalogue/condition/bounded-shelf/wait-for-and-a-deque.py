# kind = "right"
# variant = "two conditions on one lock, wait_for, and a deque"
# loses = []

import threading
from collections import deque


class Shelf:
    def __init__(self, room):
        self._loaves = deque()
        self._room = room
        self._lock = threading.RLock()
        self._space = threading.Condition(self._lock)
        self._bread = threading.Condition(self._lock)

    def put(self, loaf):
        with self._lock:
            self._space.wait_for(lambda: len(self._loaves) < self._room)
            self._loaves.append(loaf)
            self._bread.notify()

    def take(self):
        with self._lock:
            self._bread.wait_for(lambda: len(self._loaves) > 0)
            self._space.notify()
            return self._loaves.popleft()
