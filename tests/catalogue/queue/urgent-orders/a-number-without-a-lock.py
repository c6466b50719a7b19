# kind = "wrong"
# mistake = "counts the orders without a lock, so that two of them get one number"
# loses = ["test_two_clerks_add_side_by_side"]
# finding = "error"

import queue


class OrderBook:
    def __init__(self):
        self._orders = queue.PriorityQueue()
        self._number = 0

    def add(self, urgency, order):
        self._number += 1
        self._orders.put((urgency, self._number, order))

    def take(self, timeout=None):
        return self._orders.get(timeout=timeout)[-1]
