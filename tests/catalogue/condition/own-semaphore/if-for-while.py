# kind = "wrong"
# mistake = "does not look again after the wait"
# loses = ["test_a_seat_that_somebody_else_takes"]
# without_finding = "every execution comes to its end, and only the specification says that the result is wrong"

import threading


class Seats:
    def __init__(self, number):
        self._condition = threading.Condition()
        self._free = number

    def acquire(self, timeout=None):
        with self._condition:
            if self._free == 0 and not self._condition.wait(timeout):
                return False
            self._free -= 1
            return True

    def release(self):
        with self._condition:
            self._free += 1
            self._condition.notify()
