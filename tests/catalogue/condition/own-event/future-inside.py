# kind = "wrong"
# mistake = "a Future does the waiting"
# loses = ["test_the_bell_answers_like_an_event", "test_the_bell_is_heard_by_all", "test_the_bell_for_a_moment", "test_the_bell_and_the_clock", "test_each_ring_is_heard_once"]
# without_finding = "something ready-made is refused, whatever it does"

import threading
from concurrent.futures import Future


class Bell:
    def __init__(self):
        self._lock = threading.Lock()
        self._ring = Future()

    def is_set(self):
        with self._lock:
            return self._ring.done()

    def set(self):
        with self._lock:
            if not self._ring.done():
                self._ring.set_result(True)

    def clear(self):
        with self._lock:
            if self._ring.done():
                self._ring = Future()

    def wait(self, timeout=None):
        with self._lock:
            ring = self._ring
        try:
            return ring.result(timeout)
        except TimeoutError:
            return False
