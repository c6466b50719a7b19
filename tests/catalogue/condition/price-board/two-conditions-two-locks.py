# kind = "wrong"
# mistake = "readers and writers have a condition each, on two locks"
# loses = ["test_prices_are_read_whole", "test_nobody_overtakes_the_second_writer", "test_readers_side_by_side"]
# finding = "data race"

import threading


class PriceBoard:
    def __init__(self):
        self._may_read = threading.Condition()
        self._may_write = threading.Condition()
        self._readers = 0
        self._writing = False
        self._waiting_writers = 0

    def read(self, look):
        with self._may_read:
            while self._writing or self._waiting_writers:
                self._may_read.wait()
            self._readers += 1
        try:
            return look()
        finally:
            with self._may_write:
                self._readers -= 1
                self._may_write.notify()

    def write(self, chalk):
        with self._may_write:
            self._waiting_writers += 1
            while self._writing or self._readers:
                self._may_write.wait()
            self._waiting_writers -= 1
            self._writing = True
        try:
            chalk()
        finally:
            with self._may_write:
                self._writing = False
                self._may_write.notify()
            with self._may_read:
                self._may_read.notify_all()
