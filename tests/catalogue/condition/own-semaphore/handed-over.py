# kind = "wrong"
# mistake = "a seat that is given back is handed to the guest who has waited longest: nobody can be quicker, as with the real one"
# loses = ["test_a_seat_that_somebody_else_takes"]
# without_finding = "no execution shows what is possible in none"

import threading


class Seats:
    def __init__(self, number):
        self._lock = threading.Lock()
        self._free = number
        self._line = []

    def acquire(self, timeout=None):
        with self._lock:
            if self._free:
                self._free -= 1
                return True
            mine = threading.Condition(self._lock)
            self._line.append(mine)
            if mine.wait_for(lambda: mine not in self._line, timeout):
                return True
            self._line.remove(mine)
            return False

    def release(self):
        with self._lock:
            if self._line:
                self._line.pop(0).notify()
            else:
                self._free += 1
