# kind = "wrong"
# mistake = "the cake is not taken out of the box"
# loses = ["test_the_box_is_filled_again"]
# without_finding = "what is wrong is what was not written"

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
        with self.changed:
            while self.cake is None:
                self.changed.wait()
            return (self.cake, self.price)
