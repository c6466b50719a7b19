# kind = "right"
# variant = "turn_red() clears first, and then waits until the road is free"
# loses = []

import threading


class Crossing:
    def __init__(self):
        self.green = threading.Event()
        self.road = threading.Lock()

    def turn_green(self):
        self.green.set()

    def turn_red(self):
        self.green.clear()
        with self.road:
            pass

    def cross(self, drive):
        while True:
            self.green.wait()
            with self.road:
                if self.green.is_set():
                    drive()
                    return
