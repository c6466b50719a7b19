# kind = "wrong"
# mistake = "put() returns only when somebody has taken the item"
# loses = [
#     "test_calls_of_one_thread_end_as_they_do_with_the_real_one",
#     "test_nobody_is_held_up_without_need",
#     "test_a_get_waits_as_long_as_it_may",
#     "test_several_on_each_side",
#     "test_a_put_waits_as_long_as_it_may",
#     "test_other_sizes_and_other_loaves",
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
            self._not_full.wait_for(lambda: item not in self._items, timeout)

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
