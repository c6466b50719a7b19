# kind = "wrong"
# mistake = "two conditions with a lock each, and the loaf between them"
# loses = ["test_a_burnt_loaf_is_in_one_pair_of_hands"]
# finding = "data race"

import threading


class NarrowShelf:
    def __init__(self):
        self.full = threading.Condition()
        self.empty = threading.Condition()
        self.loaf = None

    def put(self, loaf):
        with self.empty:
            while self.loaf is not None:
                self.empty.wait()
        self.loaf = loaf
        with self.full:
            self.full.notify()

    def take(self):
        with self.full:
            while self.loaf is None:
                self.full.wait()
        loaf, self.loaf = self.loaf, None
        with self.empty:
            self.empty.notify()
        return loaf

    def take_back(self):
        with self.empty, self.full:
            loaf, self.loaf = self.loaf, None
            return loaf
