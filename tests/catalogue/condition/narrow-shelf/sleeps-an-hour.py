# kind = "wrong"
# mistake = "take sleeps for an hour, and then believes that the loaf is there"
# loses = [
#     "test_a_burnt_loaf_is_in_one_pair_of_hands",
#     "test_a_loaf_is_taken_back",
#     "test_slow_bakers_and_slow_sellers",
# ]
# without_finding = "no wake-up goes astray: it does not wait for any"

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
        time.sleep(3600)
        with self.changed:
            loaf, self.loaf = self.loaf, None
            self.changed.notify()
            return loaf

    def take_back(self):
        with self.changed:
            loaf, self.loaf = self.loaf, None
            self.changed.notify()
            return loaf
