# kind = "wrong"
# mistake = "waits for an event while holding the lock that the other side needs"
# loses = [
#     "test_every_loaf_is_handed_over_in_order",
#     "test_nobody_is_held_up_without_need",
#     "test_two_sellers_get_two_loaves",
#     "test_a_get_waits_as_long_as_it_may",
#     "test_several_on_each_side",
#     "test_a_seller_for_whom_nothing_is_left",
#     "test_a_put_waits_as_long_as_it_may",
# ]
# finding = "deadlock"

import queue
import threading
from collections import deque


class BoundedQueue:
    def __init__(self, maxsize=0):
        self._maxsize = maxsize
        self._items = deque()
        self._lock = threading.Lock()
        self._changed = threading.Event()

    def put(self, item, block=True, timeout=None):
        with self._lock:
            while 0 < self._maxsize <= len(self._items):
                self._changed.clear()
                if not block or not self._changed.wait(timeout):
                    raise queue.Full
            self._items.append(item)
            self._changed.set()

    def get(self, block=True, timeout=None):
        with self._lock:
            while not self._items:
                self._changed.clear()
                if not block or not self._changed.wait(timeout):
                    raise queue.Empty
            self._changed.set()
            return self._items.popleft()
