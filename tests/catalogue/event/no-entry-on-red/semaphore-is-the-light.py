# kind = "right"
# variant = "a Semaphore: green puts the permit there, red takes it"
# loses = []

import threading


class Crossing:
    def __init__(self):
        self.road = threading.Semaphore(0)

    def turn_green(self):
        self.road.release()

    def turn_red(self):
        self.road.acquire()

    def cross(self, drive):
        with self.road:
            drive()
