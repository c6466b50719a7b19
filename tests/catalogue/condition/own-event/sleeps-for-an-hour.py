# kind = "wrong"
# mistake = "without a timeout, it waits again and again for an hour"
# loses = ["test_the_bell_and_the_clock"]
# finding = "polling"

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
        with self._condition:
            rings = self._rings

            def rung():
                return self._flag or self._rings > rings

            if timeout is not None:
                return self._condition.wait_for(rung, timeout)
            while not rung():
                self._condition.wait(3_600)
            return True
