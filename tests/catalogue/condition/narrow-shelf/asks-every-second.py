# kind = "wrong"
# mistake = "take looks once a second"
# loses = ["test_nobody_polls_at_the_shelf", "test_slow_bakers_and_slow_sellers"]
# finding = "endless loop"

import threading
import time


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
        while True:
            loaf = self.take_back()
            if loaf is not None:
                return loaf
            time.sleep(1)

    def take_back(self):
        with self.changed:
            loaf, self.loaf = self.loaf, None
            self.changed.notify()
            return loaf
