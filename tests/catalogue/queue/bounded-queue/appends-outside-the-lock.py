# kind = "wrong"
# mistake = "looks for room under the lock, and appends after it: two may take the same place"
# loses = ["test_several_on_each_side"]
# without_finding = "what a bound is worth is for the check to say: no thread is held up, and nothing is lost"

import queue
import threading
from collections import deque


class BoundedQueue:
    def __init__(self, maxsize=0):
        self._maxsize = maxsize
        self._items = deque()
        lock = threading.Lock()
        self._not_full = threading.Condition(lock)
        self._not_empty = threading.Condition(lock)

    def put(self, item, block=True, timeout=None):
        if not block:
            timeout = 0
        with self._not_full:
            if not self._not_full.wait_for(self._has_room, timeout):
                raise queue.Full
        self._items.append(item)
        with self._not_empty:
            self._not_empty.notify()

    def get(self, block=True, timeout=None):
        if not block:
            timeout = 0
        with self._not_empty:
            if not self._not_empty.wait_for(lambda: self._items, timeout):
                raise queue.Empty
            item = self._items.popleft()
            self._not_full.notify()
            return item

    def _has_room(self):
        return self._maxsize <= 0 or len(self._items) < self._maxsize
