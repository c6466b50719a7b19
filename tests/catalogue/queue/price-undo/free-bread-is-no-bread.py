# kind = "wrong"
# mistake = "takes a price of 0 for none"
# loses = ["test_a_price_list_is_its_own"]
# without_finding = "what is left on the list is a thing of one thread"

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
            if not before:
                del self._prices[bread]
            else:
                self._prices[bread] = before
            return bread

    def prices(self):
        with self._lock:
            return dict(self._prices)
