# kind = "wrong"
# mistake = "the errors are caught and thrown away"
# loses = ["test_jonas_does_not_look_into_the_box_again_and_again"]
# finding = "polling"

import threading


class CakeBox:
    def __init__(self):
        self.changed = threading.Condition()
        self.cake = None
        self.price = None

    def fill(self, cake, price):
        self.price = price
        self.cake = cake
        try:
            self.changed.notify()
        except RuntimeError:
            pass

    def empty(self):
        while self.cake is None:
            try:
                self.changed.wait()
            except RuntimeError:
                pass
        found = (self.cake, self.price)
        self.cake = None
        return found
