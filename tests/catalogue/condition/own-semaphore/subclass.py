# kind = "wrong"
# mistake = "a subclass of Semaphore"
# loses = ["test_seats_answer_like_a_semaphore", "test_one_seat_for_two", "test_a_guest_with_patience", "test_seats_that_are_given_back_together", "test_a_seat_that_somebody_else_takes", "test_more_seats_and_more_guests"]
# without_finding = "something ready-made is refused, whatever it does"

import threading


class Seats(threading.Semaphore):
    def acquire(self, timeout=None):
        return super().acquire(timeout=timeout)
