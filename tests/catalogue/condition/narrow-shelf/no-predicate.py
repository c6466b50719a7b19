# kind = "wrong"
# mistake = "take waits without a look at the shelf"
# loses = [
#     "test_a_burnt_loaf_is_in_one_pair_of_hands",
#     "test_a_loaf_is_taken_back",
#     "test_burnt_loaves_again_and_again",
#     "test_loaves_come_over_in_order",
#     "test_nobody_polls_at_the_shelf",
#     "test_slow_bakers_and_slow_sellers",
#     "test_there_is_room_for_one",
#     "test_two_shelves",
# ]
# finding = "lost wake-up"

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
            self.changed.wait()
            loaf, self.loaf = self.loaf, None
            self.changed.notify()
            return loaf

    def take_back(self):
        with self.changed:
            loaf, self.loaf = self.loaf, None
            self.changed.notify()
            return loaf
