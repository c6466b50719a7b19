# kind = "wrong"
# mistake = "one condition, and an if for the while of the bakers"
# loses = ["test_room_for_one_of_two_bakers"]
# finding = "stolen wake-up"

import threading


class Shelf:
    def __init__(self, room):
        self.room = room
        self.loaves = []
        self.changed = threading.Condition()

    def put(self, loaf):
        with self.changed:
            if len(self.loaves) >= self.room:
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
