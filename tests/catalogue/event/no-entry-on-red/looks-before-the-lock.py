# kind = "wrong"
# mistake = "looks whether it is green, and takes the lock then"
# loses = [
#     "test_nobody_is_on_the_crossing_on_red",
#     "test_red_again_and_again",
#     "test_a_long_drive",
#     "test_two_long_drives",
# ]
# finding = "wrong order"

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
        while True:
            self.green.wait()
            if self.green.is_set():
                with self.road:
                    drive()
                return
