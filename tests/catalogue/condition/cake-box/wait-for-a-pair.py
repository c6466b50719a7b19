# kind = "right"
# variant = "cake and price are one pair, which wait_for returns"
# loses = []

import threading


class CakeBox:
    def __init__(self):
        self.changed = threading.Condition()
        self.content = None

    def fill(self, cake, price):
        with self.changed:
            self.content = (cake, price)
            self.changed.notify_all()

    def empty(self):
        with self.changed:
            found = self.changed.wait_for(lambda: self.content)
            self.content = None
            return found
