# kind = "wrong"
# mistake = "counts under the lock, and reads the number once more after it"
# loses = ["test_two_clerks_add_side_by_side"]
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
        self._orders.put((urgency, self._number, order))

    def take(self, timeout=None):
        _, _, order = self._orders.get(timeout=timeout)
        return order
