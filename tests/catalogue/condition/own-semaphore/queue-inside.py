# kind = "wrong"
# mistake = "a queue of seats inside"
# loses = ["test_seats_answer_like_a_semaphore", "test_one_seat_for_two", "test_a_guest_with_patience", "test_seats_that_are_given_back_together", "test_a_seat_that_somebody_else_takes", "test_more_seats_and_more_guests"]
# without_finding = "something ready-made is refused, whatever it does"

import queue


class Seats:
    def __init__(self, number):
        self._seats = queue.Queue()
        for _ in range(number):
            self._seats.put(None)

    def acquire(self, timeout=None):
        try:
            self._seats.get(timeout=timeout)
        except queue.Empty:
            return False
        return True

    def release(self):
        self._seats.put(None)
