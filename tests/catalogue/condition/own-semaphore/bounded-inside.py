# kind = "wrong"
# mistake = "a BoundedSemaphore inside"
# loses = ["test_seats_answer_like_a_semaphore", "test_one_seat_for_two", "test_a_guest_with_patience", "test_seats_that_are_given_back_together", "test_a_seat_that_somebody_else_takes", "test_more_seats_and_more_guests"]
# finding = "error"

import threading


class Seats:
    def __init__(self, number):
        self._inner = threading.BoundedSemaphore(number)

    def acquire(self, timeout=None):
        return self._inner.acquire(timeout=timeout)

    def release(self):
        self._inner.release()
