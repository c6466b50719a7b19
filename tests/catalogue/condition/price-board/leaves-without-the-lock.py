# kind = "wrong"
# mistake = "a reader who leaves counts outside the lock, and so does a writer who comes: counts are lost"
# loses = ["test_readers_side_by_side", "test_two_writers_one_after_the_other"]
# finding = "lost update"

import threading


class PriceBoard:
    def __init__(self):
        self._condition = threading.Condition()
        self._readers = 0
        self._writing = False
        self._waiting_writers = 0

    def read(self, look):
        with self._condition:
            self._condition.wait_for(lambda: not self._writing and self._waiting_writers == 0)
            self._readers += 1
        try:
            return look()
        finally:
            self._readers -= 1
            with self._condition:
                self._condition.notify_all()

    def write(self, chalk):
        self._waiting_writers += 1
        with self._condition:
            self._condition.wait_for(lambda: not self._writing and self._readers == 0)
            self._waiting_writers -= 1
            self._writing = True
        try:
            chalk()
        finally:
            with self._condition:
                self._writing = False
                self._condition.notify_all()
