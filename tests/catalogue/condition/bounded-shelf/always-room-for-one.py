# kind = "wrong"
# mistake = "room for one loaf, whatever was said"
# loses = [
#     "test_all_the_room_and_no_more",
#     "test_any_value_is_a_loaf",
# ]
# finding = "deadlock"

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
            while self.loaves:
                self.not_full.wait()
            self.loaves.append(loaf)
            self.not_empty.notify()

    def take(self):
        with self.not_empty:
            while not self.loaves:
                self.not_empty.wait()
            loaf = self.loaves.pop(0)
            self.not_full.notify()
            return loaf
