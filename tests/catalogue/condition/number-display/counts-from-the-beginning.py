# kind = "wrong"
# mistake = "a semaphore, of which each customer takes as many permits as the number says"
# loses = ["test_many_calls_by_two_sellers"]
# finding = "deadlock"

import threading


class NumberDisplay:
    def __init__(self):
        self.calls = threading.Semaphore(0)

    def call_next(self):
        self.calls.release()

    def wait_until(self, mine):
        for _ in range(mine):
            self.calls.acquire()
