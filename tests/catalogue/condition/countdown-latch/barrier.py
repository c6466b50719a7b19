# kind = "wrong"
# mistake = "a Barrier: who counts down waits for the others"
# loses = [
#     "test_all_who_wait_go_on",
#     "test_to_count_down_is_not_to_wait",
#     "test_the_door_stays_open",
# ]
# finding = "deadlock"

import threading


class Latch:
    def __init__(self, count):
        self.barrier = threading.Barrier(count + 1)

    def count_down(self):
        self.barrier.wait()

    def wait(self):
        self.barrier.wait()
