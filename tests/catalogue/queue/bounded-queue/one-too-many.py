# kind = "wrong"
# mistake = "lets one item too many in"
# loses = [
#     "test_calls_of_one_thread_end_as_they_do_with_the_real_one",
#     "test_every_loaf_is_handed_over_in_order",
#     "test_several_on_each_side",
#     "test_a_put_waits_as_long_as_it_may",
#     "test_other_sizes_and_other_loaves",
# ]
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
        return self._maxsize <= 0 or len(self._items) <= self._maxsize
