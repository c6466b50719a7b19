# kind = "right"
# variant = "a loop of its own, with a deadline"
# loses = []

import threading
import time


class Seats:
    def __init__(self, number):
        self._changed = threading.Condition()
        self._taken, self._number = 0, number

    def acquire(self, timeout=None):
        deadline = None if timeout is None else time.monotonic() + timeout
        with self._changed:
            while self._taken >= self._number:
                left = None if deadline is None else deadline - time.monotonic()
                if left is not None and left <= 0:
                    return False
                self._changed.wait(left)
            self._taken += 1
            return True

    def release(self):
        with self._changed:
            self._taken -= 1
            self._changed.notify_all()
