# kind = "wrong"
# mistake = "takes by asking empty() once a second"
# loses = ["test_the_baker_waits_for_an_order"]
# finding = "polling"

import queue
import threading
import time


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
        until = None if timeout is None else time.monotonic() + timeout
        while self._orders.empty():
            if until is not None and time.monotonic() >= until:
                raise queue.Empty
            time.sleep(1)
        _, _, order = self._orders.get()
        return order
