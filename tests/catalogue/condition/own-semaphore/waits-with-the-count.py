# kind = "wrong"
# mistake = "takes the seat first, and waits if there was none: gives it not back when the time is up"
# loses = ["test_seats_answer_like_a_semaphore", "test_a_seat_that_somebody_else_takes"]
# without_finding = "no execution shows what is possible in none"

import threading


class Seats:
    def __init__(self, number):
        self._condition = threading.Condition()
        self._free = number

    def acquire(self, timeout=None):
        with self._condition:
            self._free -= 1
            if self._free < 0:
                return self._condition.wait(timeout)
            return True

    def release(self):
        with self._condition:
            self._free += 1
            self._condition.notify()
