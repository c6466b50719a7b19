# kind = "wrong"
# mistake = "a deque with maxlen, which throws the oldest loaf away"
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
from collections import deque


class Shelf:
    def __init__(self, room):
        self.loaves = deque(maxlen=room)
        self.not_empty = threading.Condition()

    def put(self, loaf):
        with self.not_empty:
            self.loaves.append(loaf)
            self.not_empty.notify()

    def take(self):
        with self.not_empty:
            while not self.loaves:
                self.not_empty.wait()
            return self.loaves.popleft()
