# kind = "wrong"
# mistake = "a wait with a timeout in the loop, whose result nobody looks at"
# loses = ["test_cars_wait_with_the_engine_off"]
# finding = "polling"

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
            self.green.wait(timeout=120)
            with self.road:
                if self.green.is_set():
                    drive()
                    return
