# kind = "wrong"
# mistake = "sleeps until the board is free"
# loses = ["test_nobody_overtakes_a_waiting_writer", "test_nobody_polls_the_board", "test_nobody_overtakes_the_second_writer", "test_everybody_comes_to_the_board"]
# finding = "wrong order"

import threading
import time


class PriceBoard:
    def __init__(self):
        self._condition = threading.Condition()
        self._readers = 0
        self._writing = False
        self._waiting_writers = 0

    def read(self, look):
        while True:
            with self._condition:
                if not self._writing and self._waiting_writers == 0:
                    self._readers += 1
                    break
            time.sleep(1)
        try:
            return look()
        finally:
            with self._condition:
                self._readers -= 1
                self._condition.notify_all()

    def write(self, chalk):
        with self._condition:
            self._waiting_writers += 1
        while True:
            with self._condition:
                if not self._writing and self._readers == 0:
                    self._waiting_writers -= 1
                    self._writing = True
                    break
            time.sleep(1)
        try:
            chalk()
        finally:
            with self._condition:
                self._writing = False
                self._condition.notify_all()
