# kind = "wrong"
# mistake = "never waits for room"
# loses = [
#     "test_all_the_room_and_no_more",
#     "test_room_for_one_of_two_bakers",
#     "test_slow_bakers",
# ]
# without_finding = "nobody waits for the wrong thing; it is too few who wait"

import threading


class Shelf:
    def __init__(self, room):
        self.loaves = []
        self.not_empty = threading.Condition()

    def put(self, loaf):
        with self.not_empty:
            self.loaves.append(loaf)
            self.not_empty.notify()

    def take(self):
        with self.not_empty:
            while not self.loaves:
                self.not_empty.wait()
            return self.loaves.pop(0)
