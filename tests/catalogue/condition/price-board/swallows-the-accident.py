# kind = "wrong"
# mistake = "an exception at the board is caught, and nobody hears of it"
# loses = ["test_an_accident_at_the_board"]
# without_finding = "every execution comes to its end, and only the specification says that the result is wrong"

import threading


class PriceBoard:
    def __init__(self):
        self._condition = threading.Condition()
        self._readers = 0
        self._writing = False
        self._waiting_writers = 0

    def read(self, look):
        with self._condition:
            self._condition.wait_for(lambda: not self._writing and self._waiting_writers == 0)
            self._readers += 1
        try:
            return look()
        except Exception:
            return None
        finally:
            with self._condition:
                self._readers -= 1
                self._condition.notify_all()

    def write(self, chalk):
        with self._condition:
            self._waiting_writers += 1
            self._condition.wait_for(lambda: not self._writing and self._readers == 0)
            self._waiting_writers -= 1
            self._writing = True
        try:
            chalk()
        except Exception:
            pass
        finally:
            with self._condition:
                self._writing = False
                self._condition.notify_all()
