# kind = "wrong"
# mistake = "waits while it holds a second lock"
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
# finding = "deadlock"

import threading


class Shelf:
    def __init__(self, room):
        self.room = room
        self.loaves = []
        self.lock = threading.Lock()
        self.changed = threading.Condition()

    def put(self, loaf):
        with self.lock, self.changed:
            while len(self.loaves) == self.room:
                self.changed.wait()
            self.loaves.append(loaf)
            self.changed.notify_all()

    def take(self):
        with self.lock, self.changed:
            while not self.loaves:
                self.changed.wait()
            loaf = self.loaves.pop(0)
            self.changed.notify_all()
            return loaf
