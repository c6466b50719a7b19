# kind = "wrong"
# mistake = "takes a maxsize of 0 for no room"
# loses = ["test_other_sizes_and_other_loaves"]
# without_finding = "one thread shows it: nothing that threads do"

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
        return len(self._items) < self._maxsize
