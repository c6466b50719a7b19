# kind = "wrong"
# mistake = "two conditions, and an if in place of each while"
# loses = [
#     "test_two_sellers_at_the_shelf",
#     "test_either_seller_may_be_first",
#     "test_room_for_one_of_two_bakers",
# ]
# finding = "stolen wake-up"

import threading


class Shelf:
    def __init__(self, room):
        self.room = room
        self.loaves = []
        lock = threading.Lock()
        self.not_full = threading.Condition(lock)
        self.not_empty = threading.Condition(lock)

    def put(self, loaf):
        with self.not_full:
            if len(self.loaves) == self.room:
                self.not_full.wait()
            self.loaves.append(loaf)
            self.not_empty.notify()

    def take(self):
        with self.not_empty:
            if not self.loaves:
                self.not_empty.wait()
            loaf = self.loaves.pop(0)
            self.not_full.notify()
            return loaf
