# kind = "wrong"
# mistake = "counts downwards: of equal orders the latest is taken first"
# loses = [
#     "test_equally_urgent_orders_are_taken_in_turn",
#     "test_two_clerks_add_side_by_side",
#     "test_many_orders_over_the_day",
#     "test_orders_are_any_values",
# ]
# without_finding = "each order is taken, but in another order, which is none of threads"

import queue
import threading


class OrderBook:
    def __init__(self):
        self._orders = queue.PriorityQueue()
        self._lock = threading.Lock()
        self._number = 0

    def add(self, urgency, order):
        with self._lock:
            self._number -= 1
            number = self._number
        self._orders.put((urgency, number, order))

    def take(self, timeout=None):
        _, _, order = self._orders.get(timeout=timeout)
        return order
