# kind = "wrong"
# mistake = "looks at the flag before it has the lock: a ring in between is not heard"
# loses = ["test_the_bell_is_heard_by_all", "test_each_ring_is_heard_once"]
# finding = "lost wake-up"

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
        with self._condition:
            self._flag = True
            self._rings += 1
            self._condition.notify_all()

    def clear(self):
        with self._condition:
            self._flag = False

    def wait(self, timeout=None):
        if self._flag:
            return True
        with self._condition:
            return self._condition.wait(timeout)
