# kind = "wrong"
# mistake = "an event that is set at zero, but not if the count is zero from the start"
# loses = ["test_the_door_stays_open"]
# finding = "deadlock"

import threading


class Latch:
    def __init__(self, count):
        self.count = count
        self.lock = threading.Lock()
        self.done = threading.Event()

    def count_down(self):
        with self.lock:
            self.count -= 1
            if self.count == 0:
                self.done.set()

    def wait(self):
        self.done.wait()
