# kind = "wrong"
# mistake = "one condition for both, and notify()"
# loses = [
#     "test_two_sellers_at_the_shelf",
#     "test_either_seller_may_be_first",
#     "test_two_bakers_at_the_shelf",
#     "test_a_crowd_at_the_shelf",
# ]
# finding = "notify for notify_all"

import threading


class Shelf:
    def __init__(self, room):
        self.room = room
        self.loaves = []
        self.changed = threading.Condition()

    def put(self, loaf):
        with self.changed:
            while len(self.loaves) >= self.room:
                self.changed.wait()
            self.loaves.append(loaf)
            self.changed.notify()

    def take(self):
        with self.changed:
            while not self.loaves:
                self.changed.wait()
            loaf = self.loaves.pop(0)
            self.changed.notify()
            return loaf
