# kind = "wrong"
# mistake = "a drive that ends by an exception never gives the lock back"
# loses = ["test_a_breakdown"]
# finding = "lock held at the end"

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
            self.road.acquire()
            if self.green.is_set():
                drive()
                self.road.release()
                return
            self.road.release()
