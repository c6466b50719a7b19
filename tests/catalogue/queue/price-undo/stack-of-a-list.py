# kind = "right"
# variant = "a list is the stack, under the same lock as the prices"
# loses = []

from threading import Lock


class PriceList:
    def __init__(self, prices):
        self._prices = dict(prices)
        self._stack = []
        self._lock = Lock()

    def change(self, bread, price):
        with self._lock:
            known = bread in self._prices
            self._stack.append((bread, known, self._prices.get(bread)))
            self._prices[bread] = price

    def undo(self):
        with self._lock:
            if not self._stack:
                return None
            bread, known, price = self._stack.pop()
            if known:
                self._prices[bread] = price
            else:
                self._prices.pop(bread)
            return bread

    def prices(self):
        with self._lock:
            return self._prices.copy()
