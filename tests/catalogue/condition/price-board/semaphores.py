# kind = "wrong"
# mistake = "a semaphore for a door: who waits there does not go through in the order of coming"
# loses = ["test_nobody_overtakes_the_second_writer"]
# finding = "wrong order"

import threading


class PriceBoard:
    def __init__(self):
        self._door = threading.Semaphore(1)
        self._room = threading.Semaphore(1)
        self._counting = threading.Lock()
        self._readers = 0

    def read(self, look):
        with self._door:
            with self._counting:
                self._readers += 1
                if self._readers == 1:
                    self._room.acquire()
        try:
            return look()
        finally:
            with self._counting:
                self._readers -= 1
                if self._readers == 0:
                    self._room.release()

    def write(self, chalk):
        with self._door, self._room:
            chalk()
