# kind = "wrong"
# mistake = "a writer looks for readers only, not for another writer"
# loses = ["test_two_writers_one_after_the_other", "test_nobody_overtakes_the_second_writer"]
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
            with self._condition:
                self._readers -= 1
                self._condition.notify_all()

    def write(self, chalk):
        with self._condition:
            self._waiting_writers += 1
            self._condition.wait_for(lambda: self._readers == 0)
            self._waiting_writers -= 1
            self._writing = True
        try:
            chalk()
        finally:
            with self._condition:
                self._writing = False
                self._condition.notify_all()
