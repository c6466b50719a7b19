# kind = "wrong"
# mistake = "an exception at the board leaves it taken"
# loses = ["test_an_accident_at_the_board"]
# finding = "deadlock"

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
        seen = look()
        with self._condition:
            self._readers -= 1
            self._condition.notify_all()
        return seen

    def write(self, chalk):
        with self._condition:
            self._waiting_writers += 1
            self._condition.wait_for(lambda: not self._writing and self._readers == 0)
            self._waiting_writers -= 1
            self._writing = True
        chalk()
        with self._condition:
            self._writing = False
            self._condition.notify_all()
