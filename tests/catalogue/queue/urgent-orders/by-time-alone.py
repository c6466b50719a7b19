# kind = "wrong"
# mistake = "orders by the time at which an order came, and not by its urgency"
# loses = [
#     "test_the_most_urgent_order_is_taken_first",
#     "test_equally_urgent_orders_are_taken_in_turn",
#     "test_two_clerks_add_side_by_side",
#     "test_many_orders_over_the_day",
# ]
# without_finding = "every order is taken, but in another order, which is none of threads"

import itertools
import queue
import time


class OrderBook:
    def __init__(self):
        self._orders = queue.PriorityQueue()
        self._numbers = itertools.count()

    def add(self, urgency, order):
        self._orders.put((time.monotonic(), next(self._numbers), order))

    def take(self, timeout=None):
        return self._orders.get(timeout=timeout)[-1]
