# kind = "right"
# variant = "waits for green with the lock in hand, which nobody needs to turn it green"
# loses = []

import threading


class Crossing:
    def __init__(self):
        self.green = threading.Event()
        self.road = threading.Lock()

    def turn_green(self):
        self.green.set()

    def turn_red(self):
        with self.road:
            self.green.clear()

    def cross(self, drive):
        with self.road:
            self.green.wait()
            drive()
