# kind = "wrong"
# mistake = "two conditions on two locks, one inside the other"
# loses = ["test_the_oldest_loaf_first"]
# finding = "deadlock"

import threading


class Shelf:
    def __init__(self, room):
        self.room = room
        self.loaves = []
        self.not_full = threading.Condition()
        self.not_empty = threading.Condition()

    def put(self, loaf):
        with self.not_full:
            while len(self.loaves) == self.room:
                self.not_full.wait()
            with self.not_empty:
                self.loaves.append(loaf)
                self.not_empty.notify()

    def take(self):
        with self.not_empty:
            while not self.loaves:
                self.not_empty.wait()
            with self.not_full:
                loaf = self.loaves.pop(0)
                self.not_full.notify()
                return loaf
