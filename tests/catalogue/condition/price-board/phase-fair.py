# kind = "wrong"
# mistake = "after a writer all readers who wait go first, also past a writer who came before them"
# loses = ["test_nobody_overtakes_the_second_writer"]
# finding = "wrong order"

import threading


class PriceBoard:
    def __init__(self):
        self._condition = threading.Condition()
        self._readers = 0
        self._writing = False
        self._waiting_writers = 0
        self._waiting_readers = 0
        self._readers_turn = 0

    def read(self, look):
        with self._condition:
            self._waiting_readers += 1
            self._condition.wait_for(lambda: not self._writing and (not self._waiting_writers or self._readers_turn))
            self._waiting_readers -= 1
            self._readers_turn = max(0, self._readers_turn - 1)
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
            self._condition.wait_for(lambda: not self._writing and not self._readers and not self._readers_turn)
            self._waiting_writers -= 1
            self._writing = True
        try:
            chalk()
        finally:
            with self._condition:
                self._writing = False
                self._readers_turn = self._waiting_readers
                self._condition.notify_all()
