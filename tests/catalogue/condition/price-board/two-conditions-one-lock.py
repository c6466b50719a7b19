# kind = "right"
# variant = "two conditions on one lock, with notify for a writer and notify_all for the readers"
# loses = []

import threading


class PriceBoard:
    def __init__(self):
        lock = threading.Lock()
        self._may_read = threading.Condition(lock)
        self._may_write = threading.Condition(lock)
        self._readers = 0
        self._writers = 0  # those at the board and those who wait
        self._writing = False

    def read(self, look):
        with self._may_read:
            while self._writers:
                self._may_read.wait()
            self._readers += 1
        try:
            return look()
        finally:
            with self._may_write:
                self._readers -= 1
                if not self._readers:
                    self._may_write.notify()

    def write(self, chalk):
        with self._may_write:
            self._writers += 1
            while self._writing or self._readers:
                self._may_write.wait()
            self._writing = True
        try:
            chalk()
        finally:
            with self._may_write:
                self._writing = False
                self._writers -= 1
                if self._writers:
                    self._may_write.notify()
                else:
                    self._may_read.notify_all()
