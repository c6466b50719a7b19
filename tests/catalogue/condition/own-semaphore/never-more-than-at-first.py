# kind = "wrong"
# mistake = "release() never makes more seats free than there were at first"
# loses = ["test_seats_answer_like_a_semaphore"]
# without_finding = "every execution comes to its end, and only the specification says that the result is wrong"

import threading


class Seats:
    def __init__(self, number):
        self._condition = threading.Condition()
        self._free = self._number = number

    def acquire(self, timeout=None):
        with self._condition:
            if not self._condition.wait_for(lambda: self._free > 0, timeout):
                return False
            self._free -= 1
            return True

    def release(self):
        with self._condition:
            self._free = min(self._free + 1, self._number)
            self._condition.notify()
