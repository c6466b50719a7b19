# kind = "wrong"
# mistake = "clear() notifies, and without a loop that looks like a ring"
# loses = ["test_the_bell_and_the_clock"]
# without_finding = "every execution comes to its end, and only the specification says that the result is wrong"

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
            self._condition.notify_all()

    def wait(self, timeout=None):
        with self._condition:
            return self._flag or self._condition.wait(timeout)
