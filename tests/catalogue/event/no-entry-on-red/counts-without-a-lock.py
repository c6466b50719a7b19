# kind = "wrong"
# mistake = "counts the cars on the crossing, but counts them without a lock"
# loses = ["test_two_long_drives"]
# finding = "lost wake-up"

import threading


class Crossing:
    def __init__(self):
        self.green = threading.Event()
        self.empty = threading.Event()
        self.empty.set()
        self.cars = 0

    def turn_green(self):
        self.green.set()

    def turn_red(self):
        self.green.clear()
        self.empty.wait()

    def cross(self, drive):
        while True:
            self.green.wait()
            self.empty.clear()
            self.cars += 1
            try:
                if self.green.is_set():
                    drive()
                    return
            finally:
                self.cars -= 1
                if self.cars == 0:
                    self.empty.set()
