# kind = "wrong"
# mistake = "takes the seat after it has given the lock back"
# loses = ["test_one_seat_for_two", "test_seats_that_are_given_back_together", "test_a_seat_that_somebody_else_takes", "test_more_seats_and_more_guests"]
# finding = "data race"

import threading


class Seats:
    def __init__(self, number):
        self._condition = threading.Condition()
        self._free = number

    def acquire(self, timeout=None):
        with self._condition:
            if not self._condition.wait_for(lambda: self._free > 0, timeout):
                return False
        self._free -= 1
        return True

    def release(self):
        with self._condition:
            self._free += 1
            self._condition.notify()
