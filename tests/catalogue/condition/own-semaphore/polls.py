# kind = "wrong"
# mistake = "sleeps in a loop until a seat is free"
# loses = ["test_one_seat_for_two", "test_a_guest_with_patience", "test_seats_that_are_given_back_together", "test_a_seat_that_somebody_else_takes", "test_more_seats_and_more_guests"]
# finding = "polling"

import threading
import time


class Seats:
    def __init__(self, number):
        self._lock = threading.Lock()
        self._free = number

    def acquire(self, timeout=None):
        deadline = None if timeout is None else time.monotonic() + timeout
        while True:
            with self._lock:
                if self._free > 0:
                    self._free -= 1
                    return True
            if deadline is not None and time.monotonic() >= deadline:
                return False
            time.sleep(1)

    def release(self):
        with self._lock:
            self._free += 1
