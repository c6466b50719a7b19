# kind = "wrong"
# mistake = "notify() at zero, although many may wait"
# loses = ["test_all_who_wait_go_on"]
# finding = "notify for notify_all"

import threading


class Latch:
    def __init__(self, count):
        self.count = count
        self.opened = threading.Condition()

    def count_down(self):
        with self.opened:
            self.count -= 1
            if self.count <= 0:
                self.opened.notify()

    def wait(self):
        with self.opened:
            while self.count > 0:
                self.opened.wait()
