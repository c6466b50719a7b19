# kind = "wrong"
# mistake = "a Semaphore does the waiting"
# loses = ["test_the_bell_answers_like_an_event", "test_the_bell_for_a_moment", "test_the_bell_and_the_clock", "test_each_ring_is_heard_once"]
# without_finding = "something ready-made is refused, whatever it does"

import threading


class Bell:
    def __init__(self):
        self._condition = threading.Condition()
        self._flag = False
        self._waiting = 0
        self._door = threading.Semaphore(0)

    def is_set(self):
        with self._condition:
            return self._flag

    def set(self):
        with self._condition:
            self._flag = True
            for _ in range(self._waiting):
                self._door.release()
            self._waiting = 0

    def clear(self):
        with self._condition:
            self._flag = False

    def wait(self, timeout=None):
        with self._condition:
            if self._flag:
                return True
            self._waiting += 1
        return self._door.acquire(timeout=timeout)
