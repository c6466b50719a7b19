# kind = "wrong"
# mistake = "takes the text of an order as the tie-breaker"
# loses = [
#     "test_equally_urgent_orders_are_taken_in_turn",
#     "test_two_clerks_add_side_by_side",
#     "test_many_orders_over_the_day",
#     "test_orders_are_any_values",
# ]
# without_finding = "each order is taken, but in another order, which is none of threads"

import queue


class OrderBook:
    def __init__(self):
        self._orders = queue.PriorityQueue()

    def add(self, urgency, order):
        self._orders.put((urgency, repr(order), order))

    def take(self, timeout=None):
        return self._orders.get(timeout=timeout)[-1]
