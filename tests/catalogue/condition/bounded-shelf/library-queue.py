# kind = "right"
# variant = "the library's own bounded queue"
# loses = []

import queue


class Shelf:
    def __init__(self, room):
        self.queue = queue.Queue(maxsize=room)

    def put(self, loaf):
        self.queue.put(loaf)

    def take(self):
        return self.queue.get()
