# kind = "wrong"
# mistake = "a ring stays in mind for the next wait"
# loses = ["test_the_bell_answers_like_an_event", "test_the_bell_and_the_clock", "test_each_ring_is_heard_once"]
# without_finding = "no execution shows what is possible in none"

import threading


class Bell:
    def __init__(self):
        self._condition = threading.Condition()
        self._flag = False
        self._rings = 0

    def is_set(self):
        with self._condition:
            return self._flag

    def set(self):
        with self._condition:
            self._flag = True
            self._rings += 1
            self._condition.notify_all()

    def clear(self):
        with self._condition:
            self._flag = False

    def wait(self, timeout=None):
        with self._condition:
            heard = self._condition.wait_for(lambda: self._flag or self._rings > 0, timeout)
            return heard
