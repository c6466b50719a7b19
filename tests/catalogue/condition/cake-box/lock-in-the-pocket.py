# kind = "wrong"
# mistake = "the lock is not given back when the cake is out of the box"
# loses = ["test_the_box_is_filled_again"]
# finding = "lock held at the end"

import threading


class CakeBox:
    def __init__(self):
        self.lock = threading.Lock()
        self.changed = threading.Condition(self.lock)
        self.cake = None
        self.price = None

    def fill(self, cake, price):
        with self.changed:
            self.cake = cake
            self.price = price
            self.changed.notify()

    def empty(self):
        self.changed.acquire()
        while self.cake is None:
            self.changed.wait()
        found = (self.cake, self.price)
        self.cake = None
        return found
