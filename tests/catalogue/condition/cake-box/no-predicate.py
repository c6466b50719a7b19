# kind = "wrong"
# mistake = "waits without a look into the box"
# loses = [
#     "test_cake_and_price_belong_together",
#     "test_no_runtime_error_is_left",
#     "test_the_box_is_filled_again",
#     "test_two_boxes",
# ]
# finding = "lost wake-up"

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
            self.changed.wait()
            found = (self.cake, self.price)
            self.cake = None
            return found
