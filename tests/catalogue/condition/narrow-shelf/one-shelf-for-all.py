# kind = "wrong"
# mistake = "the loaf lies in a list of the class, so that all shelves are one"
# loses = ["test_two_shelves"]
# finding = "deadlock"

import threading


class NarrowShelf:
    loaves = []

    def __init__(self):
        self.changed = threading.Condition()

    def put(self, loaf):
        with self.changed:
            self.changed.wait_for(lambda: not self.loaves)
            self.loaves.append(loaf)
            self.changed.notify()

    def take(self):
        with self.changed:
            self.changed.wait_for(lambda: self.loaves)
            self.changed.notify()
            return self.loaves.pop()

    def take_back(self):
        with self.changed:
            self.changed.notify()
            return self.loaves.pop() if self.loaves else None
