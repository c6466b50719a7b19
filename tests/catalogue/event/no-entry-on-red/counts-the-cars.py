# kind = "right"
# variant = "lets many cars cross at once: a counter under a lock, and an event for the empty crossing"
# loses = []

import threading


class Crossing:
    def __init__(self):
        self.green = threading.Event()
        self.free = threading.Event()
        self.free.set()
        self.lock = threading.Lock()
        self.cars = 0

    def turn_green(self):
        with self.lock:
            self.green.set()

    def turn_red(self):
        with self.lock:
            self.green.clear()
        self.free.wait()

    def cross(self, drive):
        while True:
            self.green.wait()
            with self.lock:
                if self.green.is_set():
                    self.cars += 1
                    self.free.clear()
                    break
        try:
            drive()
        finally:
            with self.lock:
                self.cars -= 1
                if self.cars == 0:
                    self.free.set()
