# kind = "wrong"
# mistake = "the line with the error is deleted"
# loses = [
#     "test_cake_and_price_belong_together",
#     "test_jonas_does_not_look_into_the_box_again_and_again",
#     "test_no_runtime_error_is_left",
#     "test_the_box_is_filled_again",
#     "test_two_boxes",
# ]
# finding = "forgotten notify"

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

    def empty(self):
        with self.changed:
            while self.cake is None:
                self.changed.wait()
            found = (self.cake, self.price)
            self.cake = None
            return found
