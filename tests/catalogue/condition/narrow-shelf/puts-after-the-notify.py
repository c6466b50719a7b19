# kind = "wrong"
# mistake = "the loaf is put on the shelf after the notify, outside of the lock"
# loses = [
#     "test_a_burnt_loaf_is_in_one_pair_of_hands",
#     "test_burnt_loaves_again_and_again",
#     "test_loaves_come_over_in_order",
#     "test_nobody_polls_at_the_shelf",
#     "test_there_is_room_for_one",
# ]
# finding = "forgotten notify"

import threading


class NarrowShelf:
    def __init__(self):
        self.changed = threading.Condition()
        self.loaf = None

    def put(self, loaf):
        with self.changed:
            while self.loaf is not None:
                self.changed.wait()
            self.changed.notify()
        self.loaf = loaf

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
