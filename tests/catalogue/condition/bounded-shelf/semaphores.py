# kind = "right"
# variant = "two semaphores, for the free and the full places"
# loses = []

import threading


class Shelf:
    def __init__(self, room):
        self.free = threading.Semaphore(room)
        self.full = threading.Semaphore(0)
        self.lock = threading.Lock()
        self.loaves = []

    def put(self, loaf):
        self.free.acquire()
        with self.lock:
            self.loaves.append(loaf)
        self.full.release()

    def take(self):
        self.full.acquire()
        with self.lock:
            loaf = self.loaves.pop(0)
        self.free.release()
        return loaf
