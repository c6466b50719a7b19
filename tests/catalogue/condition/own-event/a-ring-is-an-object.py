# kind = "right"
# variant = "each ring is an object of its own, and a loop with a deadline"
# loses = []

import threading
import time


class Ring:
    def __init__(self):
        self.over = False


class Bell:
    def __init__(self):
        self._changed = threading.Condition(threading.Lock())
        self._up = False
        self._ring = Ring()

    def is_set(self):
        return self._up

    def set(self):
        with self._changed:
            self._up = True
            self._ring.over = True
            self._ring = Ring()
            self._changed.notify_all()

    def clear(self):
        with self._changed:
            self._up = False
            self._changed.notify_all()

    def wait(self, timeout=None):
        deadline = None if timeout is None else time.monotonic() + timeout
        with self._changed:
            ring = self._ring
            while not self._up and not ring.over:
                if deadline is None:
                    self._changed.wait()
                else:
                    left = deadline - time.monotonic()
                    if left <= 0:
                        return False
                    self._changed.wait(left)
            return True
