# kind = "wrong"
# mistake = "take_back always says that there is no loaf"
# loses = [
#     "test_a_burnt_loaf_is_in_one_pair_of_hands",
#     "test_a_loaf_is_taken_back",
#     "test_two_shelves",
# ]
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
            while self.loaf is None:
                self.changed.wait()
            loaf, self.loaf = self.loaf, None
            self.changed.notify()
            return loaf

    def take_back(self):
        return None
