# kind = "wrong"
# mistake = "Mira waits with a timeout, and looks every second whether there is room"
# loses = ["test_nobody_polls_at_the_shelf"]
# finding = "polling"

import threading


class NarrowShelf:
    def __init__(self):
        self.changed = threading.Condition()
        self.loaf = None

    def put(self, loaf):
        with self.changed:
            while self.loaf is not None:
                self.changed.wait(timeout=1)
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
            loaf, self.loaf = self.loaf, None
            self.changed.notify()
            return loaf
