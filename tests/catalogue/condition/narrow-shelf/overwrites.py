# kind = "wrong"
# mistake = "put does not wait, and a loaf that nobody has taken is thrown away"
# loses = [
#     "test_loaves_come_over_in_order",
#     "test_nobody_polls_at_the_shelf",
#     "test_slow_bakers_and_slow_sellers",
#     "test_there_is_room_for_one",
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
