# kind = "wrong"
# mistake = "takes the time as the tie-breaker, but two orders come at the same second"
# loses = [
#     "test_equally_urgent_orders_are_taken_in_turn",
#     "test_two_clerks_add_side_by_side",
#     "test_two_bakers_take_different_orders",
#     "test_many_orders_over_the_day",
#     "test_orders_are_any_values",
# ]
# finding = "error"

import queue
import time


class OrderBook:
    def __init__(self):
        self._orders = queue.PriorityQueue()

    def add(self, urgency, order):
        self._orders.put((urgency, time.monotonic(), order))

    def take(self, timeout=None):
        return self._orders.get(timeout=timeout)[-1]
