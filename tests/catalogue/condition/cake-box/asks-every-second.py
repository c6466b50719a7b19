# kind = "wrong"
# mistake = "no condition at all: looks every second"
# loses = ["test_jonas_does_not_look_into_the_box_again_and_again"]
# finding = "polling"

import threading
import time


class CakeBox:
    def __init__(self):
        self.lock = threading.Lock()
        self.content = None

    def fill(self, cake, price):
        with self.lock:
            self.content = (cake, price)

    def empty(self):
        while True:
            with self.lock:
                if self.content is not None:
                    found, self.content = self.content, None
                    return found
            time.sleep(1)
