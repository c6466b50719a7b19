# kind = "wrong"
# mistake = "puts after a minute, whether there is room or not"
# loses = [
#     "test_room_for_one_of_two_bakers",
#     "test_slow_bakers",
# ]
# without_finding = "nothing in the execution shows that the time is up too early"

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
            self.not_full.wait_for(lambda: len(self.loaves) < self.room, timeout=60)
            self.loaves.append(loaf)
            self.not_empty.notify()

    def take(self):
        with self.not_empty:
            while not self.loaves:
                self.not_empty.wait()
            loaf = self.loaves.pop(0)
            self.not_full.notify()
            return loaf
