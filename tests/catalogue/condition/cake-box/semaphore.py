# kind = "right"
# variant = "a semaphore that counts the cakes in the box"
# loses = []

import threading


class CakeBox:
    def __init__(self):
        self.cakes = threading.Semaphore(0)
        self.content = []

    def fill(self, cake, price):
        self.content.append([cake, price])
        self.cakes.release()

    def empty(self):
        self.cakes.acquire()
        return self.content.pop()
