# kind = "wrong"
# mistake = "nobody is told that a loaf was taken"
# loses = [
#     "test_the_oldest_loaf_first",
#     "test_all_the_room_and_no_more",
#     "test_two_sellers_at_the_shelf",
#     "test_either_seller_may_be_first",
#     "test_nobody_asks_at_the_shelf",
#     "test_two_bakers_at_the_shelf",
#     "test_room_for_one_of_two_bakers",
#     "test_a_crowd_at_the_shelf",
#     "test_two_at_once_wake_two",
#     "test_slow_bakers",
# ]
# finding = "forgotten notify"

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
            while len(self.loaves) == self.room:
                self.not_full.wait()
            self.loaves.append(loaf)
            self.not_empty.notify()

    def take(self):
        with self.not_empty:
            while not self.loaves:
                self.not_empty.wait()
            loaf = self.loaves.pop(0)
            return loaf
