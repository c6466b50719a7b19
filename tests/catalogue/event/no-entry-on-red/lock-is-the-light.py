# kind = "right"
# variant = "the light is a lock: on red, the police holds it"
# loses = []

import threading


class Crossing:
    def __init__(self):
        self.road = threading.Lock()
        self.road.acquire()

    def turn_green(self):
        self.road.release()

    def turn_red(self):
        self.road.acquire()

    def cross(self, drive):
        with self.road:
            drive()
