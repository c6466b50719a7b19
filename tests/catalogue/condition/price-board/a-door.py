# kind = "wrong"
# mistake = "a lock for a door: who waits there does not go through in the order of coming"
# loses = ["test_nobody_overtakes_the_second_writer"]
# finding = "wrong order"

import threading


class PriceBoard:
    def __init__(self):
        self._door = threading.Lock()
        self._empty = threading.Condition()
        self._readers = 0

    def read(self, look):
        with self._door:
            with self._empty:
                self._readers += 1
        try:
            return look()
        finally:
            with self._empty:
                self._readers -= 1
                self._empty.notify_all()

    def write(self, chalk):
        with self._door:
            with self._empty:
                self._empty.wait_for(lambda: self._readers == 0)
            chalk()
