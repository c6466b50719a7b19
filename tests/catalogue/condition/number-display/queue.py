# kind = "right"
# variant = "a queue of numbers, of which the customer takes one after the other"
# loses = []

import queue


class NumberDisplay:
    def __init__(self):
        self.calls = queue.SimpleQueue()
        self.taken = 0

    def call_next(self):
        self.calls.put("next, please")

    def wait_until(self, mine):
        while self.taken < mine:
            self.calls.get()
            self.taken += 1
