# kind = "wrong"
# mistake = "nobody is told that the count is zero"
# loses = [
#     "test_nobody_goes_on_before_the_jobs_are_done",
#     "test_all_who_wait_go_on",
#     "test_nobody_asks_the_latch",
#     "test_slow_jobs",
#     "test_the_door_stays_open",
# ]
# finding = "forgotten notify"

import threading


class Latch:
    def __init__(self, count):
        self.count = count
        self.opened = threading.Condition()

    def count_down(self):
        with self.opened:
            self.count -= 1

    def wait(self):
        with self.opened:
            while self.count > 0:
                self.opened.wait()
