# kind = "right"
# variant = "goes at once when wait() returns False: as if the seat had come a moment later"
# loses = []

import threading
import time


class Seats:
    def __init__(self, number):
        self._condition = threading.Condition()
        self._free = number

    def acquire(self, timeout=None):
        with self._condition:
            deadline = None if timeout is None else time.monotonic() + timeout
            while self._free == 0:
                if not self._condition.wait(None if deadline is None else deadline - time.monotonic()):
                    return False
            self._free -= 1
            return True

    def release(self):
        with self._condition:
            self._free += 1
            self._condition.notify()
