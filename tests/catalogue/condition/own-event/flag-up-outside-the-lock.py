# kind = "wrong"
# mistake = "puts the flag up before it has the lock, so that set() falls into two halves"
# loses = ["test_each_ring_is_heard_once"]
# finding = "data race"

import threading


class Bell:
    def __init__(self):
        self._condition = threading.Condition()
        self._flag = False
        self._rings = 0

    def is_set(self):
        with self._condition:
            return self._flag

    def set(self):
        self._flag = True
        with self._condition:
            self._rings += 1
            self._condition.notify_all()

    def clear(self):
        with self._condition:
            self._flag = False

    def wait(self, timeout=None):
        with self._condition:
            rings = self._rings
            return self._condition.wait_for(lambda: self._flag or self._rings > rings, timeout)
