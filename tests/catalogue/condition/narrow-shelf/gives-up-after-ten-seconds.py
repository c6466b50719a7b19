# kind = "wrong"
# mistake = "waits for ten seconds only, and goes on although nothing is there"
# loses = ["test_nobody_polls_at_the_shelf", "test_slow_bakers_and_slow_sellers"]
# finding = "deadlock"

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
            self.changed.wait_for(lambda: self.loaf is not None, timeout=10)
            loaf, self.loaf = self.loaf, None
            self.changed.notify()
            return loaf

    def take_back(self):
        with self.changed:
            loaf, self.loaf = self.loaf, None
            self.changed.notify()
            return loaf
