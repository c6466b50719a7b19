# kind = "wrong"
# mistake = "two conditions on two locks, and a count that both change"
# loses = ["test_the_oldest_loaf_first"]
# finding = "lost update"

import threading


class Shelf:
    def __init__(self, room):
        self.room = room
        self.count = 0
        self.loaves = []
        self.not_full = threading.Condition()
        self.not_empty = threading.Condition()

    def put(self, loaf):
        with self.not_full:
            while self.count == self.room:
                self.not_full.wait()
            self.loaves.append(loaf)
            self.count += 1
        with self.not_empty:
            self.not_empty.notify()

    def take(self):
        with self.not_empty:
            while self.count == 0:
                self.not_empty.wait()
            loaf = self.loaves.pop(0)
            self.count -= 1
        with self.not_full:
            self.not_full.notify()
        return loaf
