# kind = "right"
# variant = "wait_for with a lambda, and notify_all"
# loses = []

import threading


class NumberDisplay:
    def __init__(self):
        self.number = 0
        self.changed = threading.Condition()

    def call_next(self):
        with self.changed:
            self.number += 1
            self.changed.notify_all()

    def wait_until(self, mine):
        with self.changed:
            self.changed.wait_for(lambda: self.number >= mine)
