# kind = "wrong"
# mistake = "no lock at all: each queue call is safe, but the price and its record are two things"
# loses = [
#     "test_two_changes_side_by_side_are_undone",
#     "test_two_threads_undo_two_changes",
#     "test_a_change_and_an_undo_side_by_side",
# ]
# finding = "data race"

import queue


class PriceList:
    def __init__(self, prices):
        self._prices = dict(prices)
        self._changes = queue.LifoQueue()

    def change(self, bread, price):
        self._changes.put((bread, self._prices.get(bread)))
        self._prices[bread] = price

    def undo(self):
        try:
            bread, before = self._changes.get_nowait()
        except queue.Empty:
            return None
        if before is None:
            self._prices.pop(bread, None)
        else:
            self._prices[bread] = before
        return bread

    def prices(self):
        return dict(self._prices)
