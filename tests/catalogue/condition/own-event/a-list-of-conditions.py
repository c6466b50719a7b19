# kind = "right"
# variant = "each who waits has a condition of her own on one lock"
# loses = []

import threading


class Bell:
    def __init__(self):
        self._lock = threading.RLock()
        self._flag = False
        self._waiting = []

    def is_set(self):
        with self._lock:
            return self._flag

    def set(self):
        with self._lock:
            self._flag = True
            for condition in self._waiting:
                condition.notify()
            self._waiting.clear()

    def clear(self):
        with self._lock:
            self._flag = False

    def wait(self, timeout=None):
        with self._lock:
            if self._flag:
                return True
            mine = threading.Condition(self._lock)
            self._waiting.append(mine)
            return mine.wait_for(lambda: mine not in self._waiting, timeout)
