# kind = "right"
# variant = "two semaphores: one counts the loaves, one the free places"
# loses = []

import threading


class NarrowShelf:
    def __init__(self):
        self.room = threading.Semaphore(1)
        self.loaves = threading.Semaphore(0)
        self.loaf = None

    def put(self, loaf):
        self.room.acquire()
        self.loaf = loaf
        self.loaves.release()

    def take(self):
        self.loaves.acquire()
        loaf = self.loaf
        self.room.release()
        return loaf

    def take_back(self):
        if not self.loaves.acquire(blocking=False):
            return None
        loaf = self.loaf
        self.room.release()
        return loaf
