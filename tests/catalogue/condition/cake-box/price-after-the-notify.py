# kind = "wrong"
# mistake = "the price is written after the notify, outside of the lock"
# loses = [
#     "test_cake_and_price_belong_together",
#     "test_the_box_is_filled_again",
#     "test_two_boxes",
# ]
# finding = "data race"

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
            self.changed.notify()
        self.price = price

    def empty(self):
        with self.changed:
            while self.cake is None:
                self.changed.wait()
            found = (self.cake, self.price)
            self.cake = None
            return found
