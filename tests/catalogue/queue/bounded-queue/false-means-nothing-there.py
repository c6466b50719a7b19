# kind = "wrong"
# mistake = "takes the False of wait() for an empty shelf, and does not look again"
# loses = ["test_a_seller_for_whom_nothing_is_left"]
# without_finding = "the wake-up is taken along by somebody whose time is up, as Python allows it"

import queue
import threading
import time
from collections import deque


class BoundedQueue:
    def __init__(self, maxsize=0):
        self._maxsize = maxsize
        self._items = deque()
        lock = threading.Lock()
        self._not_full = threading.Condition(lock)
        self._not_empty = threading.Condition(lock)

    def _wait(self, condition, ready, block, timeout, error):
        if not block:
            timeout = 0
        deadline = None if timeout is None else time.monotonic() + timeout
        while not ready():
            left = None if deadline is None else deadline - time.monotonic()
            if left is not None and left <= 0:
                raise error
            if not condition.wait(left):
                raise error

    def put(self, item, block=True, timeout=None):
        with self._not_full:
            self._wait(
                self._not_full,
                lambda: self._maxsize <= 0 or len(self._items) < self._maxsize,
                block,
                timeout,
                queue.Full,
            )
            self._items.append(item)
            self._not_empty.notify()

    def get(self, block=True, timeout=None):
        with self._not_empty:
            self._wait(self._not_empty, lambda: self._items, block, timeout, queue.Empty)
            item = self._items.popleft()
            self._not_full.notify()
            return item
