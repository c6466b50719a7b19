# kind = "wrong"
# mistake = "put does not wait: the shelf has room for all"
# loses = ["test_slow_bakers_and_slow_sellers", "test_there_is_room_for_one"]
# without_finding = "a shelf that is too wide works well"

import threading


class NarrowShelf:
    def __init__(self):
        self.changed = threading.Condition()
        self.loaves = []

    def put(self, loaf):
        with self.changed:
            self.loaves.append(loaf)
            self.changed.notify()

    def take(self):
        with self.changed:
            self.changed.wait_for(lambda: self.loaves)
            return self.loaves.pop(0)

    def take_back(self):
        with self.changed:
            return self.loaves.pop() if self.loaves else None
