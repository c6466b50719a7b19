# kind = "wrong"
# mistake = "looks once a second whether it can go on"
# loses = ["test_nobody_asks_at_the_shelf"]
# finding = "polling"

import threading
import time


class Shelf:
    def __init__(self, room):
        self.room = room
        self.loaves = []
        self.lock = threading.Lock()

    def put(self, loaf):
        while True:
            with self.lock:
                if len(self.loaves) < self.room:
                    self.loaves.append(loaf)
                    return
            time.sleep(1)

    def take(self):
        while True:
            with self.lock:
                if self.loaves:
                    return self.loaves.pop(0)
            time.sleep(1)
