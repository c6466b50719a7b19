# kind = "wrong"
# mistake = "green is for good only: the first one is taken back before a car sees it"
# loses = ["test_the_light_decides_who_crosses_when", "test_a_long_drive"]
# without_finding = "no execution shows what is possible in none"

import threading


class Crossing:
    def __init__(self):
        self.green = threading.Event()
        self.road = threading.Lock()
        self.greens = 0

    def turn_green(self):
        self.greens += 1
        if self.greens > 1:
            self.green.set()

    def turn_red(self):
        with self.road:
            self.green.clear()

    def cross(self, drive):
        while True:
            self.green.wait()
            with self.road:
                if self.green.is_set():
                    drive()
                    return
