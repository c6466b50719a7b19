# kind = "right"
# variant = "a Condition and a count: several cars may be on the crossing, and red waits for the last"
# loses = []

import threading


class Crossing:
    def __init__(self):
        self.changed = threading.Condition()
        self.green = False
        self.cars = 0

    def turn_green(self):
        with self.changed:
            self.green = True
            self.changed.notify_all()

    def turn_red(self):
        with self.changed:
            self.green = False
            self.changed.wait_for(lambda: self.cars == 0)

    def cross(self, drive):
        with self.changed:
            self.changed.wait_for(lambda: self.green)
            self.cars += 1
        try:
            drive()
        finally:
            with self.changed:
                self.cars -= 1
                self.changed.notify_all()
