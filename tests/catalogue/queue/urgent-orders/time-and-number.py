# kind = "right"
# variant = "the time, and a number for those of the same second; a semaphore counts the orders"
# loses = []

import queue
import threading
import time


class OrderBook:
    def __init__(self):
        self._waiting = threading.Semaphore(0)
        self._lock = threading.Lock()
        self._orders = []

    def add(self, urgency, order):
        with self._lock:
            self._orders.append((urgency, time.monotonic(), order))
        self._waiting.release()

    def take(self, timeout=None):
        if not self._waiting.acquire(timeout=timeout):
            raise queue.Empty
        with self._lock:
            first = min(self._orders, key=lambda entry: entry[:2])
            self._orders.remove(first)
            return first[-1]
