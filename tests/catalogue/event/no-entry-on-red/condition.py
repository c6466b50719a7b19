# kind = "right"
# variant = "a Condition, whose lock is held from the look to the end of the drive"
# loses = []

import threading


class Crossing:
    def __init__(self):
        self.changed = threading.Condition()
        self.green = False

    def turn_green(self):
        with self.changed:
            self.green = True
            self.changed.notify_all()

    def turn_red(self):
        with self.changed:
            self.green = False

    def cross(self, drive):
        with self.changed:
            self.changed.wait_for(lambda: self.green)
            drive()
