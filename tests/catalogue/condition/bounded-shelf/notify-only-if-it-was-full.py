# kind = "wrong"
# mistake = "notifies the bakers only if the shelf was full, and only one of them"
# loses = ["test_two_at_once_wake_two"]
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
            while len(self.loaves) == self.room:
                self.not_full.wait()
            self.loaves.append(loaf)
            self.not_empty.notify()

    def take(self):
        with self.not_empty:
            while not self.loaves:
                self.not_empty.wait()
            loaf = self.loaves.pop(0)
            if len(self.loaves) == self.room - 1:
                self.not_full.notify()
            return loaf
