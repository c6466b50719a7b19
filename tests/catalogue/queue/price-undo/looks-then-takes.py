# kind = "wrong"
# mistake = "asks empty(), then takes: between the two somebody else may take"
# loses = [
#     "test_two_threads_undo_one_change",
#     "test_two_threads_undo_two_changes",
#     "test_a_change_and_an_undo_side_by_side",
# ]
# finding = "deadlock"

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
        if self._changes.empty():
            return None
        bread, before = self._changes.get()
        with self._lock:
            if before is None:
                del self._prices[bread]
            else:
                self._prices[bread] = before
            return bread

    def prices(self):
        with self._lock:
            return dict(self._prices)
