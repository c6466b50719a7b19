# kind = "right"
# variant = "the stack holds functions that undo; a semaphore of one is the lock"
# loses = []

import queue
import threading


class PriceList:
    def __init__(self, prices):
        self._prices = {**prices}
        self._undos = queue.LifoQueue()
        self._turn = threading.Semaphore(1)

    def change(self, bread, price):
        with self._turn:
            if bread in self._prices:
                before = self._prices[bread]
                back = lambda: self._prices.update({bread: before})
            else:
                back = lambda: self._prices.pop(bread)
            self._prices[bread] = price
            self._undos.put((bread, back))

    def undo(self):
        with self._turn:
            try:
                bread, back = self._undos.get(block=False)
            except queue.Empty:
                return None
            back()
            return bread

    def prices(self):
        with self._turn:
            return {**self._prices}
