# kind = "wrong"
# mistake = "a writer who begins still counts as waiting"
# loses = [
#     "test_prices_are_read_whole",
#     "test_nobody_overtakes_a_waiting_writer",
#     "test_nobody_polls_the_board",
#     "test_nobody_overtakes_the_second_writer",
#     "test_everybody_comes_to_the_board",
#     "test_an_accident_at_the_board",
#     "test_two_writers_one_after_the_other",
# ]
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
        try:
            return look()
        finally:
            with self._condition:
                self._readers -= 1
                self._condition.notify_all()

    def write(self, chalk):
        with self._condition:
            self._waiting_writers += 1
            self._condition.wait_for(lambda: not self._writing and self._readers == 0)
            self._writing = True
        try:
            chalk()
        finally:
            with self._condition:
                self._writing = False
                self._condition.notify_all()
