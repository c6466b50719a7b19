# kind = "wrong"
# mistake = "gives its own dictionary out of the house, where anybody may change it"
# loses = ["test_a_price_list_is_its_own"]
# finding = "error"

import queue
import threading


class PriceList:
    def __init__(self, prices):
        self._prices = dict(prices)
        self._changes = queue.LifoQueue()
        self._lock = threading.Lock()

    def change(self, bread, price):
        with self._lock:
            self._changes.put((bread, self._prices.get(bread)))
            self._prices[bread] = price

    def undo(self):
        with self._lock:
            try:
                bread, before = self._changes.get_nowait()
            except queue.Empty:
                return None
            if before is None:
                del self._prices[bread]
            else:
                self._prices[bread] = before
            return bread

    def prices(self):
        with self._lock:
            return self._prices
