# kind = "wrong"
# mistake = "a timeout of 0 is taken for none"
# loses = ["test_seats_answer_like_a_semaphore", "test_a_seat_that_somebody_else_takes"]
# finding = "deadlock"

import threading


class Seats:
    def __init__(self, number):
        self._condition = threading.Condition()
        self._free = number

    def acquire(self, timeout=None):
        with self._condition:
            if not self._condition.wait_for(lambda: self._free > 0, timeout or None):
                return False
            self._free -= 1
            return True

    def release(self):
        with self._condition:
            self._free += 1
            self._condition.notify()
