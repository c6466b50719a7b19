# kind = "right"
# variant = "a semaphore: the customer takes one permit for each number that is missing"
# loses = []

import threading


class NumberDisplay:
    def __init__(self):
        self.calls = threading.Semaphore(0)
        self.seen = 0

    def call_next(self):
        self.calls.release()

    def wait_until(self, mine):
        while self.seen < mine:
            self.calls.acquire()
            self.seen += 1
