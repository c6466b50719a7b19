# kind = "right"
# variant = "itertools.count gives the numbers"
# loses = []

import itertools
import queue


class OrderBook:
    def __init__(self):
        self._orders = queue.PriorityQueue()
        self._numbers = itertools.count()

    def add(self, urgency, order):
        self._orders.put((urgency, next(self._numbers), order))

    def take(self, timeout=None):
        return self._orders.get(timeout=timeout)[-1]
