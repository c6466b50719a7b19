# kind = "wrong"
# mistake = "take does not tell that the shelf is empty again"
# loses = [
#     "test_loaves_come_over_in_order",
#     "test_nobody_polls_at_the_shelf",
#     "test_slow_bakers_and_slow_sellers",
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
            self.loaf = loaf
            self.changed.notify()

    def take(self):
        with self.changed:
            while self.loaf is None:
                self.changed.wait()
            loaf, self.loaf = self.loaf, None
            return loaf

    def take_back(self):
        with self.changed:
            loaf, self.loaf = self.loaf, None
            self.changed.notify()
            return loaf
