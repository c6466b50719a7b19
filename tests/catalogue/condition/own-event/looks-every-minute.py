# kind = "wrong"
# mistake = "looks up once a minute"
# loses = ["test_the_bell_and_the_clock"]
# finding = "polling"

import threading
import time


class Bell:
    def __init__(self):
        self._condition = threading.Condition()
        self._flag = False
        self._rings = 0

    def is_set(self):
        with self._condition:
            return self._flag

    def set(self):
        with self._condition:
            self._flag = True
            self._rings += 1
            self._condition.notify_all()

    def clear(self):
        with self._condition:
            self._flag = False

    def wait(self, timeout=None):
        deadline = None if timeout is None else time.monotonic() + timeout
        with self._condition:
            rings = self._rings
            while not self._flag and self._rings == rings:
                left = 60 if deadline is None else min(60, deadline - time.monotonic())
                if left <= 0:
                    return False
                self._condition.wait(left)
            return True
