# kind = "wrong"
# mistake = "loops around wait(timeout=10)"
# loses = ["test_nobody_asks_at_the_shelf"]
# finding = "polling"

import threading


class Shelf:
    def __init__(self, room):
        self.room = room
        self.loaves = []
        self.changed = threading.Condition()

    def put(self, loaf):
        with self.changed:
            while len(self.loaves) == self.room:
                self.changed.wait(timeout=10)
            self.loaves.append(loaf)
            self.changed.notify_all()

    def take(self):
        with self.changed:
            while not self.loaves:
                self.changed.wait(timeout=10)
            loaf = self.loaves.pop(0)
            self.changed.notify_all()
            return loaf
