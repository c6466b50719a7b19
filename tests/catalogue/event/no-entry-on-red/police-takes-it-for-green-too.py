# kind = "wrong"
# mistake = "waits for green with the lock in hand, which the police needs for green"
# loses = [
#     "test_nobody_is_on_the_crossing_on_red",
#     "test_every_car_crosses_once",
#     "test_the_light_decides_who_crosses_when",
#     "test_cars_wait_with_the_engine_off",
#     "test_red_again_and_again",
#     "test_a_long_drive",
#     "test_two_long_drives",
#     "test_a_breakdown",
# ]
# finding = "deadlock"

import threading


class Crossing:
    def __init__(self):
        self.green = threading.Event()
        self.road = threading.Lock()

    def turn_green(self):
        with self.road:
            self.green.set()

    def turn_red(self):
        with self.road:
            self.green.clear()

    def cross(self, drive):
        with self.road:
            self.green.wait()
            drive()
