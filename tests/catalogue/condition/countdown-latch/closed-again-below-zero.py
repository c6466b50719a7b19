# kind = "wrong"
# mistake = "waits while the count is not zero, also when it is below"
# loses = ["test_the_door_stays_open"]
# finding = "deadlock"

import threading


class Latch:
    def __init__(self, count):
        self.count = count
        self.opened = threading.Condition()

    def count_down(self):
        with self.opened:
            self.count -= 1
            if self.count == 0:
                self.opened.notify_all()

    def wait(self):
        with self.opened:
            while self.count != 0:
                self.opened.wait()
