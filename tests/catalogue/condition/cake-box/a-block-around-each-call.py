# kind = "wrong"
# mistake = "silences the errors with a block around each wait and notify: two locks, and one is held while waiting for the other"
# loses = [
#     "test_cake_and_price_belong_together",
#     "test_jonas_does_not_look_into_the_box_again_and_again",
#     "test_no_runtime_error_is_left",
#     "test_the_box_is_filled_again",
#     "test_two_boxes",
# ]
# finding = "deadlock"

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
        with self.lock:
            while self.cake is None:
                with self.changed:
                    self.changed.wait()
            found = (self.cake, self.price)
            self.cake = None
            return found
