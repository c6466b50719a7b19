# kind = "wrong"
# mistake = "takes an order that is None or empty for no order, and takes the next one"
# loses = ["test_orders_are_any_values"]
# finding = "error"

import queue
import threading


class OrderBook:
    def __init__(self):
        self._orders = queue.PriorityQueue()
        self._lock = threading.Lock()
        self._number = 0

    def add(self, urgency, order):
        with self._lock:
            self._number += 1
            number = self._number
        self._orders.put((urgency, number, order))

    def take(self, timeout=None):
        order = None
        while not order:
            _, _, order = self._orders.get(timeout=timeout)
        return order
