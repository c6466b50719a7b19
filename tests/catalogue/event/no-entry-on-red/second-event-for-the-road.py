# kind = "wrong"
# mistake = "an event says that the road is empty; with two cars, the first one to leave says it for both"
# loses = ["test_nobody_is_on_the_crossing_on_red", "test_two_long_drives", "test_a_breakdown"]
# finding = "wrong order"

import threading


class Crossing:
    def __init__(self):
        self.green = threading.Event()
        self.empty = threading.Event()
        self.empty.set()

    def turn_green(self):
        self.green.set()

    def turn_red(self):
        self.green.clear()
        self.empty.wait()

    def cross(self, drive):
        while True:
            self.green.wait()
            self.empty.clear()
            if self.green.is_set():
                drive()
                self.empty.set()
                return
            self.empty.set()
