# kind = "wrong"
# mistake = "takes the latest change before it has the lock to undo it"
# loses = ["test_two_threads_undo_two_changes", "test_a_change_and_an_undo_side_by_side"]
# without_finding = "each step alone is protected; that two of them belong together, no lock says"

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
        try:
            bread, before = self._changes.get_nowait()
        except queue.Empty:
            return None
        with self._lock:
            if before is None:
                del self._prices[bread]
            else:
                self._prices[bread] = before
            return bread

    def prices(self):
        with self._lock:
            return dict(self._prices)
