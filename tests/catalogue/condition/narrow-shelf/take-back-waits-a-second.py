# kind = "wrong"
# mistake = "take_back waits for a second"
# loses = ["test_a_loaf_is_taken_back"]
# without_finding = "nothing goes wrong but that it takes too long"

import threading


class NarrowShelf:
    def __init__(self):
        self.changed = threading.Condition()
        self.loaf = None

    def put(self, loaf):
        with self.changed:
            while self.loaf is not None:
                self.changed.wait()
            self.loaf = loaf
            self.changed.notify()

    def take(self):
        with self.changed:
            while self.loaf is None:
                self.changed.wait()
            loaf, self.loaf = self.loaf, None
            self.changed.notify()
            return loaf

    def take_back(self):
        with self.changed:
            self.changed.wait_for(lambda: self.loaf, timeout=1)
            loaf, self.loaf = self.loaf, None
            self.changed.notify()
            return loaf
