# kind = "wrong"
# mistake = "get() looks up every hour"
# loses = ["test_a_get_waits_as_long_as_it_may"]
# finding = "polling"

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
        with self._not_full:
            if not self._wait(self._not_full, self._has_room, 0 if not block else timeout, None):
                raise queue.Full
            self._items.append(item)
            self._not_empty.notify()

    def get(self, block=True, timeout=None):
        with self._not_empty:
            if not self._wait(self._not_empty, self._has_item, 0 if not block else timeout, 3_600):
                raise queue.Empty
            item = self._items.popleft()
            self._not_full.notify()
            return item

    def _has_room(self):
        return self._maxsize <= 0 or len(self._items) < self._maxsize

    def _has_item(self):
        return len(self._items) > 0

    def _wait(self, condition, ready, timeout, pause):
        if timeout is not None:
            return condition.wait_for(ready, timeout)
        while not ready():
            condition.wait(pause)
        return True
