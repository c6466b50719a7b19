# kind = "wrong"
# mistake = "acquire() does not return True"
# loses = ["test_seats_answer_like_a_semaphore", "test_one_seat_for_two", "test_a_guest_with_patience", "test_seats_that_are_given_back_together", "test_a_seat_that_somebody_else_takes"]
# without_finding = "every execution comes to its end, and only the specification says that the result is wrong"

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

    def release(self):
        with self._condition:
            self._free += 1
            self._condition.notify()
