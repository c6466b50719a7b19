# kind = "wrong"
# mistake = "all shelves have the same list"
# loses = ["test_any_value_is_a_loaf"]
# finding = "deadlock"

import threading


class Shelf:
    loaves = []

    def __init__(self, room):
        self.room = room
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
            self.not_full.notify()
            return loaf
