# kind = "wrong"
# mistake = "waits a second for a change before it says that there is none, with the lock held"
# loses = ["test_the_latest_change_is_undone_first"]
# without_finding = "nobody is lost, and nothing: it only takes its time"

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
                bread, before = self._changes.get(timeout=1)
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
