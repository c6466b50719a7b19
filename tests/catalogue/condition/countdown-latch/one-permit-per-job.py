# kind = "wrong"
# mistake = "a semaphore with a permit for each job, which one waiter takes all"
# loses = ["test_all_who_wait_go_on"]
# finding = "deadlock"

import threading


class Latch:
    def __init__(self, count):
        self.count = count
        self.done = threading.Semaphore(0)

    def count_down(self):
        self.done.release()

    def wait(self):
        for _ in range(self.count):
            self.done.acquire()
