# kind = "right"
# variant = "every change keeps the whole list as it was before, and nothing is ever changed in place"
# loses = []

import queue
import threading


class PriceList:
    def __init__(self, prices):
        self._now = dict(prices)
        self._earlier = queue.LifoQueue()
        self._lock = threading.RLock()

    def change(self, bread, price):
        with self._lock:
            now = self.prices()
            self._earlier.put((bread, self._now))
            now[bread] = price
            self._now = now

    def undo(self):
        with self._lock:
            if self._earlier.empty():  # nobody else takes from it without the lock
                return None
            bread, self._now = self._earlier.get()
            return bread

    def prices(self):
        with self._lock:
            return dict(self._now)
