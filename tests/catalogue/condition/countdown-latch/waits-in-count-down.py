# kind = "wrong"
# mistake = "count_down() waits for zero, too"
# loses = ["test_to_count_down_is_not_to_wait"]
# finding = "deadlock"

import threading


class Latch:
    def __init__(self, count):
        self.count = count
        self.opened = threading.Condition()

    def count_down(self):
        with self.opened:
            self.count -= 1
            if self.count <= 0:
                self.opened.notify_all()
            while self.count > 0:
                self.opened.wait()

    def wait(self):
        with self.opened:
            while self.count > 0:
                self.opened.wait()
