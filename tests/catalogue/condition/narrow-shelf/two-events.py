# kind = "wrong"
# mistake = "two events beside the loaf: between the signal and the loaf there is a gap"
# loses = ["test_a_burnt_loaf_is_in_one_pair_of_hands", "test_burnt_loaves_again_and_again"]
# finding = "data race"

import threading


class NarrowShelf:
    def __init__(self):
        self.empty = threading.Event()
        self.empty.set()
        self.full = threading.Event()
        self.loaf = None

    def put(self, loaf):
        self.empty.wait()
        self.empty.clear()
        self.loaf = loaf
        self.full.set()

    def take(self):
        self.full.wait()
        self.full.clear()
        loaf, self.loaf = self.loaf, None
        self.empty.set()
        return loaf

    def take_back(self):
        if not self.full.is_set():
            return None
        self.full.clear()
        loaf, self.loaf = self.loaf, None
        self.empty.set()
        return loaf
