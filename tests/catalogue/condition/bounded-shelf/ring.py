# kind = "right"
# variant = "a ring of places with two counts, and notify_all() only where somebody may wait"
# loses = []

import threading


class Shelf:
    def __init__(self, room):
        self.places = [None] * room
        self.put_count = 0
        self.take_count = 0
        self.changed = threading.Condition(threading.Lock())

    def put(self, loaf):
        with self.changed:
            while self.put_count - self.take_count == len(self.places):
                self.changed.wait()
            self.places[self.put_count % len(self.places)] = loaf
            self.put_count += 1
            if self.put_count - self.take_count == 1:
                self.changed.notify_all()

    def take(self):
        with self.changed:
            while self.put_count == self.take_count:
                self.changed.wait()
            loaf = self.places[self.take_count % len(self.places)]
            self.take_count += 1
            if self.put_count - self.take_count == len(self.places) - 1:
                self.changed.notify_all()
            return loaf
