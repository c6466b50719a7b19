# kind = "wrong"
# mistake = "remembers only the last price of each bread"
# loses = [
#     "test_the_latest_change_is_undone_first",
#     "test_two_changes_side_by_side_are_undone",
#     "test_two_threads_undo_two_changes",
#     "test_a_change_and_an_undo_side_by_side",
# ]
# without_finding = "a list of one thread shows it: nothing that threads do"

import threading


class PriceList:
    def __init__(self, prices):
        self._prices = dict(prices)
        self._before = {}
        self._lock = threading.Lock()

    def change(self, bread, price):
        with self._lock:
            self._before.pop(bread, None)
            self._before[bread] = self._prices.get(bread)
            self._prices[bread] = price

    def undo(self):
        with self._lock:
            if not self._before:
                return None
            bread, price = self._before.popitem()
            if price is None:
                del self._prices[bread]
            else:
                self._prices[bread] = price
            return bread

    def prices(self):
        with self._lock:
            return dict(self._prices)
