# kind = "wrong"
# mistake = "takes qsize() as the tie-breaker, which is out of date as soon as it returns"
# loses = ["test_two_clerks_add_side_by_side"]
# finding = "error"

import queue


class OrderBook:
    def __init__(self):
        self._orders = queue.PriorityQueue()

    def add(self, urgency, order):
        self._orders.put((urgency, self._orders.qsize(), order))

    def take(self, timeout=None):
        return self._orders.get(timeout=timeout)[-1]
