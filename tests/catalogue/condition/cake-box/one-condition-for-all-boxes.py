# kind = "wrong"
# mistake = "all boxes share one condition, and a notify wakes who waits at another box"
# loses = ["test_two_boxes"]
# finding = "notify for notify_all"

import threading


class CakeBox:
    changed = threading.Condition()

    def __init__(self):
        self.cake = None
        self.price = None

    def fill(self, cake, price):
        with self.changed:
            self.cake = cake
            self.price = price
            self.changed.notify()

    def empty(self):
        with self.changed:
            while self.cake is None:
                self.changed.wait()
            found = (self.cake, self.price)
            self.cake = None
            return found
