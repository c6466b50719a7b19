# kind = "wrong"
# mistake = "changes the price under the lock, and records the change after it"
# loses = ["test_two_changes_side_by_side_are_undone", "test_a_change_and_an_undo_side_by_side"]
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
            before = self._prices.get(bread)
            self._prices[bread] = price
        self._changes.put((bread, before))

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
