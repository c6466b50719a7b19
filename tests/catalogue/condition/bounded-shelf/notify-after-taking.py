# kind = "right"
# variant = "one condition, notify_all() after putting, notify() after taking, when only bakers can be waiting"
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
            self.changed.notify()
            return loaf
