# kind = "right"
# variant = "the seats are a list"
# loses = []

from threading import Condition, Lock


class Seats:
    def __init__(self, number):
        self._free = [object() for _ in range(number)]
        self._more = Condition(Lock())

    def acquire(self, timeout=None):
        with self._more:
            return self._more.wait_for(lambda: bool(self._free), timeout) and bool(self._free.pop())

    def release(self):
        with self._more:
            self._free.append(object())
            self._more.notify()
