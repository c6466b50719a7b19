# kind = "wrong"
# mistake = "an Event inside"
# loses = ["test_the_bell_answers_like_an_event", "test_the_bell_is_heard_by_all", "test_the_bell_for_a_moment", "test_the_bell_and_the_clock", "test_each_ring_is_heard_once"]
# without_finding = "something ready-made is refused, whatever it does"

import threading


class Bell:
    def __init__(self):
        self._event = threading.Event()

    def is_set(self):
        return self._event.is_set()

    def set(self):
        self._event.set()

    def clear(self):
        self._event.clear()

    def wait(self, timeout=None):
        return self._event.wait(timeout)
