# kind = "wrong"
# mistake = "the box is looked at under another lock than the one that is waited on"
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
        self.changed = threading.Condition()
        self.cake = None
        self.price = None

    def fill(self, cake, price):
        with self.lock:
            self.cake = cake
            self.price = price
        with self.changed:
            self.changed.notify()

    def empty(self):
        while True:
            with self.lock:
                if self.cake is not None:
                    found = (self.cake, self.price)
                    self.cake = None
                    return found
            with self.changed:
                self.changed.wait()
