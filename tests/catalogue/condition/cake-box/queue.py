# kind = "right"
# variant = "a queue with pairs in it"
# loses = []

import queue


class CakeBox:
    def __init__(self):
        self.box = queue.Queue(maxsize=1)

    def fill(self, cake, price):
        self.box.put((cake, price))

    def empty(self):
        return self.box.get()
