# kind = "wrong"
# mistake = "catches the TypeError of a tie and puts the order again, a little less urgent"
# loses = [
#     "test_equally_urgent_orders_are_taken_in_turn",
#     "test_two_clerks_add_side_by_side",
#     "test_many_orders_over_the_day",
#     "test_orders_are_any_values",
# ]
# finding = "error"

import queue


class OrderBook:
    def __init__(self):
        self._orders = queue.PriorityQueue()

    def add(self, urgency, order):
        try:
            self._orders.put((urgency, order))
        except TypeError:
            self._orders.put((urgency + 0.001, order))

    def take(self, timeout=None):
        return self._orders.get(timeout=timeout)[-1]
