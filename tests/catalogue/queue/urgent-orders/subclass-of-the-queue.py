# kind = "right"
# variant = "a PriorityQueue that counts in its own _put(), under its own lock"
# loses = []

import heapq
import queue


class _FairQueue(queue.PriorityQueue):
    def _init(self, maxsize):
        super()._init(maxsize)
        self.count = 0

    def _put(self, item):
        urgency, order = item
        self.count += 1
        super()._put((urgency, self.count, order))

    def _get(self):
        return super()._get()[-1]


class OrderBook:
    def __init__(self):
        self.board = _FairQueue()

    def add(self, urgency, order):
        self.board.put((urgency, order))

    def take(self, timeout=None):
        return self.board.get(timeout=timeout)
