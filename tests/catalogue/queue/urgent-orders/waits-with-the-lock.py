# kind = "wrong"
# mistake = "waits for an order while holding the lock that add() needs"
# loses = ["test_the_baker_waits_for_an_order", "test_two_bakers_take_different_orders"]
# finding = "deadlock"

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
        with self._lock:
            _, _, order = self._orders.get(timeout=timeout)
            return order
