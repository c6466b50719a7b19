# kind = "wrong"
# mistake = "only one guest at a time, however many seats"
# loses = ["test_seats_answer_like_a_semaphore", "test_seats_that_are_given_back_together", "test_more_seats_and_more_guests"]
# finding = "error"

import threading


class Seats:
    def __init__(self, number):
        self._lock = threading.Lock()

    def acquire(self, timeout=None):
        return self._lock.acquire(timeout=-1 if timeout is None else timeout)

    def release(self):
        self._lock.release()
