# kind = "wrong"
# mistake = "waits until the flag is up, and does not see a ring that was cleared"
# loses = ["test_the_bell_and_the_clock", "test_the_bell_for_a_moment", "test_each_ring_is_heard_once"]
# without_finding = "every execution comes to its end, and only the specification says that the result is wrong"

import threading


class Bell:
    def __init__(self):
        self._condition = threading.Condition()
        self._flag = False

    def is_set(self):
        with self._condition:
            return self._flag

    def set(self):
        with self._condition:
            self._flag = True
            self._condition.notify_all()

    def clear(self):
        with self._condition:
            self._flag = False

    def wait(self, timeout=None):
        with self._condition:
            return self._condition.wait_for(lambda: self._flag, timeout)
