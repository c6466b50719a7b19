# kind = "wrong"
# mistake = "gives up after two hours, and takes what is there"
# loses = ["test_the_box_is_filled_again"]
# without_finding = "the wait is not lost, it is given up"

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
            self.changed.wait_for(lambda: self.cake, timeout=7200)
            found = (self.cake, self.price)
            self.cake = None
            return found
