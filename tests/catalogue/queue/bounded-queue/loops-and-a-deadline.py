# kind = "right"
# variant = "while loops, and a deadline that is computed once"
# loses = []

import threading
import time
from collections import deque
from queue import Empty, Full


class BoundedQueue:
    def __init__(self, maxsize=0):
        self._maxsize = maxsize
        self._items = deque()
        self._lock = threading.RLock()
        self._room = threading.Condition(self._lock)
        self._filled = threading.Condition(self._lock)

    def put(self, item, block=True, timeout=None):
        deadline = None if timeout is None else time.monotonic() + timeout
        with self._lock:
            while 0 < self._maxsize <= len(self._items):
                left = None if deadline is None else deadline - time.monotonic()
                if not block or (left is not None and left <= 0):
                    raise Full
                self._room.wait(left)
            self._items.append(item)
            self._filled.notify()

    def get(self, block=True, timeout=None):
        deadline = None if timeout is None else time.monotonic() + timeout
        with self._lock:
            while len(self._items) == 0:
                left = None if deadline is None else deadline - time.monotonic()
                if not block or (left is not None and left <= 0):
                    raise Empty
                self._filled.wait(left)
            item = self._items.popleft()
            self._room.notify()
        return item
