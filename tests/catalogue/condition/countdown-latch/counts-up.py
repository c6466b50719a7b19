# kind = "right"
# variant = "a count of the jobs that were done"
# loses = []

import threading


class Latch:
    def __init__(self, count):
        self.jobs = count
        self.done = 0
        self.changed = threading.Condition(threading.Lock())

    def count_down(self):
        with self.changed:
            self.done += 1
            if self.done == self.jobs:
                self.changed.notify_all()

    def wait(self):
        with self.changed:
            while self.done < self.jobs:
                self.changed.wait()
