# kind = "wrong"
# mistake = "asks once a second"
# loses = [
#     "test_a_get_waits_as_long_as_it_may",
#     "test_a_seller_for_whom_nothing_is_left",
#     "test_a_put_waits_as_long_as_it_may",
# ]
# finding = "polling"

import queue
import threading
import time
from collections import deque


class BoundedQueue:
    def __init__(self, maxsize=0):
        self._maxsize = maxsize
        self._items = deque()
        self._lock = threading.Lock()

    def put(self, item, block=True, timeout=None):
        until = time.monotonic() + (timeout or 0)
        while True:
            with self._lock:
                if self._maxsize <= 0 or len(self._items) < self._maxsize:
                    self._items.append(item)
                    return
            if not block or (timeout is not None and time.monotonic() >= until):
                raise queue.Full
            time.sleep(1)

    def get(self, block=True, timeout=None):
        until = time.monotonic() + (timeout or 0)
        while True:
            with self._lock:
                if self._items:
                    return self._items.popleft()
            if not block or (timeout is not None and time.monotonic() >= until):
                raise queue.Empty
            time.sleep(1)
