# kind = "wrong"
# mistake = "does not record a change that leaves the price as it is"
# loses = ["test_a_price_list_is_its_own"]
# without_finding = "a list of one thread shows it: nothing that threads do"

import queue
import threading


class PriceList:
    def __init__(self, prices):
        self._prices = dict(prices)
        self._changes = queue.LifoQueue()
        self._lock = threading.Lock()

    def change(self, bread, price):
        if self.prices().get(bread) == price:
            return
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
            return dict(self._prices)
