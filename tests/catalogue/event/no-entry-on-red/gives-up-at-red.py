# kind = "wrong"
# mistake = "a car that finds it red again goes home"
# loses = ["test_every_car_crosses_once", "test_a_long_drive"]
# without_finding = "the car goes home, and nobody waits for it"

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
        self.green.wait()
        with self.road:
            if self.green.is_set():
                drive()
