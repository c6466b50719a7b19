# kind = "wrong"
# mistake = "put returns when the loaf is taken, so that nothing can be taken back"
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
            self.loaf = loaf
            self.changed.notify()
            while self.loaf is not None:
                self.changed.wait()

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
