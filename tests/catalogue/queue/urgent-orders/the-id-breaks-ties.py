# kind = "wrong"
# mistake = "takes id() of the order as the tie-breaker, which says nothing about the time, and is no number of its own"
# loses = ["test_orders_are_any_values"]
# without_finding = "each order is taken, but in another order, which is none of threads"

import queue


class OrderBook:
    def __init__(self):
        self._orders = queue.PriorityQueue()

    def add(self, urgency, order):
        self._orders.put((urgency, id(order), order))

    def take(self, timeout=None):
        return self._orders.get(timeout=timeout)[-1]
