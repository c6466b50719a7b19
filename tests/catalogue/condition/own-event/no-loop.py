# kind = "right"
# variant = "no loop: whoever is woken has heard the bell"
# loses = []

import threading


class Bell:
    def __init__(self):
        self._condition = threading.Condition()
        self._flag = False

    def is_set(self):
        with self._condition:
            return self._flag

    def set(self):
        with self._condition:
            self._flag = True
            self._condition.notify_all()

    def clear(self):
        with self._condition:
            self._flag = False

    def wait(self, timeout=None):
        with self._condition:
            return self._flag or self._condition.wait(timeout)
