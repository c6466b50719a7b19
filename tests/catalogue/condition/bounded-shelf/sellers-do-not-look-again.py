# kind = "wrong"
# mistake = "one condition, and an if for the while of the sellers"
# loses = [
#     "test_two_sellers_at_the_shelf",
#     "test_either_seller_may_be_first",
#     "test_a_crowd_at_the_shelf",
# ]
# finding = "stolen wake-up"

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
            self.changed.notify_all()

    def take(self):
        with self.changed:
            if not self.loaves:
                self.changed.wait()
            loaf = self.loaves.pop(0)
            self.changed.notify_all()
            return loaf
