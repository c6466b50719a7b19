# kind = "wrong"
# mistake = "keeps the lock while it writes: of those who come meanwhile, anybody may be the first to get it"
# loses = ["test_nobody_overtakes_the_second_writer"]
# finding = "wrong order"

import threading


class PriceBoard:
    def __init__(self):
        self._condition = threading.Condition()
        self._readers = 0
        self._waiting_writers = 0

    def read(self, look):
        with self._condition:
            self._condition.wait_for(lambda: self._waiting_writers == 0)
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
            try:
                chalk()
            finally:
                self._condition.notify_all()
