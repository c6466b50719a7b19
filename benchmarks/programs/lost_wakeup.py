"""A flag that is looked at outside of the lock: the wake-up can come between the look and the wait."""

import threading


class State:
    def __init__(self):
        self.ready = False
        self.changed = threading.Condition()

    def wait(self):
        if not self.ready:
            with self.changed:
                self.changed.wait()

    def signal(self):
        self.ready = True
        with self.changed:
            self.changed.notify()

    def holds(self):
        return True
