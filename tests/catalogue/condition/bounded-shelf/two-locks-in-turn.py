# kind = "right"
# variant = "two locks that are never held together, each around what it guards"
# loses = []

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
            self.loaves.append(loaf)
        with self.not_empty:
            self.not_empty.notify()

    def take(self):
        with self.not_empty:
            while not self.loaves:
                self.not_empty.wait()
            loaf = self.loaves.pop(0)
        with self.not_full:
            self.not_full.notify()
        return loaf
