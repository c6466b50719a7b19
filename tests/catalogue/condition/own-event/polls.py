# kind = "wrong"
# mistake = "sleeps until the flag is up"
# loses = ["test_the_bell_for_a_moment", "test_the_bell_and_the_clock", "test_each_ring_is_heard_once"]
# finding = "polling"

import threading
import time


class Bell:
    def __init__(self):
        self._lock = threading.Lock()
        self._flag = False
        self._rings = 0

    def is_set(self):
        with self._lock:
            return self._flag

    def set(self):
        with self._lock:
            self._flag = True
            self._rings += 1

    def clear(self):
        with self._lock:
            self._flag = False

    def wait(self, timeout=None):
        deadline = None if timeout is None else time.monotonic() + timeout
        rings = self._rings
        while not self._flag and self._rings == rings:
            if deadline is not None and time.monotonic() >= deadline:
                return False
            time.sleep(1)
        return True
