# kind = "wrong"
# mistake = "records an undo as one more change, so that the next undo undoes it"
# loses = [
#     "test_the_latest_change_is_undone_first",
#     "test_two_changes_side_by_side_are_undone",
#     "test_two_threads_undo_one_change",
#     "test_two_threads_undo_two_changes",
#     "test_a_change_and_an_undo_side_by_side",
#     "test_a_price_list_is_its_own",
# ]
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
            self._changes.put((bread, self._prices[bread]))
            if before is None:
                del self._prices[bread]
            else:
                self._prices[bread] = before
            return bread

    def prices(self):
        with self._lock:
            return dict(self._prices)
