# kind = "wrong"
# mistake = "a loop around get() with a timeout of 30 seconds"
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
        deadline = None if timeout is None else time.monotonic() + timeout
        while True:
            left = 30 if deadline is None else min(30, max(0, deadline - time.monotonic()))
            try:
                return self._orders.get(timeout=left)[2]
            except queue.Empty:
                if deadline is not None and time.monotonic() >= deadline:
                    raise
