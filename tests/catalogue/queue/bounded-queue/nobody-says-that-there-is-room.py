# kind = "wrong"
# mistake = "get() tells nobody that there is room again"
# loses = [
#     "test_every_loaf_is_handed_over_in_order",
#     "test_nobody_is_held_up_without_need",
#     "test_two_sellers_get_two_loaves",
#     "test_several_on_each_side",
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
            return item

    def _has_room(self):
        return self._maxsize <= 0 or len(self._items) < self._maxsize
