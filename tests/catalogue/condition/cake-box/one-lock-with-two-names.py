# kind = "right"
# variant = "the smallest repair: the condition gets the lock, notify moves into the block, and the lock is released by its name"
# loses = []

import threading


class CakeBox:
    def __init__(self):
        self.lock = threading.Lock()
        self.changed = threading.Condition(self.lock)
        self.cake = None
        self.price = None

    def fill(self, cake, price):
        with self.lock:
            self.cake = cake
            self.price = price
            self.changed.notify()

    def empty(self):
        self.lock.acquire()
        while self.cake is None:
            self.changed.wait()
        found = (self.cake, self.price)
        self.cake = None
        self.lock.release()
        return found
