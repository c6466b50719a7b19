# kind = "wrong"
# mistake = "sleeps for a second between two looks"
# loses = ["test_cars_wait_with_the_engine_off", "test_a_long_drive"]
# finding = "polling"

import time
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
            with self.road:
                if self.green.is_set():
                    drive()
                    return
            time.sleep(1)
