# kind = "right"
# variant = "a heap of one's own and a Condition, without a queue"
# loses = []

import heapq
import queue
import threading


class OrderBook:
    def __init__(self):
        self._heap = []
        self._number = 0
        self._changed = threading.Condition()

    def add(self, urgency, order):
        with self._changed:
            heapq.heappush(self._heap, (urgency, self._number, order))
            self._number += 1
            self._changed.notify()

    def take(self, timeout=None):
        with self._changed:
            if not self._changed.wait_for(lambda: self._heap, timeout):
                raise queue.Empty
            return heapq.heappop(self._heap)[-1]
