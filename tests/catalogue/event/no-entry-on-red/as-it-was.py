# kind = "wrong"
# mistake = "nothing holds off the red between the wait and the drive: check, then act"
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

    def turn_green(self):
        self.green.set()

    def turn_red(self):
        self.green.clear()

    def cross(self, drive):
        self.green.wait()
        drive()
