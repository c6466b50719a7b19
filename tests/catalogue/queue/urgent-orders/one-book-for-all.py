# kind = "wrong"
# mistake = "keeps the orders in the class: all books are one"
# loses = ["test_many_orders_over_the_day"]
# finding = "error"

import queue
import threading


class OrderBook:
    _orders = queue.PriorityQueue()

    def __init__(self):
        self._lock = threading.Lock()
        self._number = 0

    def add(self, urgency, order):
        with self._lock:
            self._number += 1
            number = self._number
        self._orders.put((urgency, number, order))

    def take(self, timeout=None):
        _, _, order = self._orders.get(timeout=timeout)
        return order
