# kind = "wrong"
# mistake = "an event that the first job sets"
# loses = [
#     "test_nobody_goes_on_before_the_jobs_are_done",
#     "test_slow_jobs",
#     "test_the_door_stays_open",
# ]
# finding = "wrong order"

import threading


class Latch:
    def __init__(self, count):
        self.done = threading.Event()

    def count_down(self):
        self.done.set()

    def wait(self):
        self.done.wait()
