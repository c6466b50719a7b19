# kind = "wrong"
# mistake = "the lock is held while somebody reads or writes, and the waiting writers are counted without it"
# loses = ["test_readers_side_by_side", "test_everybody_comes_to_the_board", "test_two_writers_one_after_the_other"]
# finding = "lost update"

import threading


class PriceBoard:
    def __init__(self):
        self._condition = threading.Condition()
        self._waiting_writers = 0

    def read(self, look):
        with self._condition:
            self._condition.wait_for(lambda: self._waiting_writers == 0)
            return look()

    def write(self, chalk):
        self._waiting_writers += 1
        with self._condition:
            self._waiting_writers -= 1
            try:
                chalk()
            finally:
                self._condition.notify_all()
