# kind = "right"
# variant = "a semaphore with a permit for each job; who has gone through lets the next one in"
# loses = []

import threading


class Latch:
    def __init__(self, count):
        self.left = count
        self.done = threading.Semaphore(0)
        self.door = threading.Lock()

    def count_down(self):
        self.done.release()

    def wait(self):
        with self.door:
            while self.left > 0:
                self.done.acquire()
                self.left -= 1
