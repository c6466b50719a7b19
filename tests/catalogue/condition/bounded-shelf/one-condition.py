# kind = "right"
# variant = "one condition, and notify_all()"
# loses = []

import threading


class Shelf:
    def __init__(self, room):
        self.room = room
        self.loaves = []
        self.changed = threading.Condition()

    def put(self, loaf):
        with self.changed:
            while len(self.loaves) >= self.room:
                self.changed.wait()
            self.loaves.append(loaf)
            self.changed.notify_all()

    def take(self):
        with self.changed:
            while not self.loaves:
                self.changed.wait()
            loaf = self.loaves.pop(0)
            self.changed.notify_all()
            return loaf
