# kind = "wrong"
# mistake = "a flag says that a writer waits, where a number is due"
# loses = ["test_nobody_overtakes_the_second_writer"]
# finding = "wrong order"

import threading


class PriceBoard:
    def __init__(self):
        self._condition = threading.Condition()
        self._readers = 0
        self._writing = False
        self._writer_waits = False

    def read(self, look):
        with self._condition:
            self._condition.wait_for(lambda: not self._writing and not self._writer_waits)
            self._readers += 1
        try:
            return look()
        finally:
            with self._condition:
                self._readers -= 1
                self._condition.notify_all()

    def write(self, chalk):
        with self._condition:
            self._writer_waits = True
            self._condition.wait_for(lambda: not self._writing and self._readers == 0)
            self._writer_waits = False
            self._writing = True
        try:
            chalk()
        finally:
            with self._condition:
                self._writing = False
                self._condition.notify_all()
