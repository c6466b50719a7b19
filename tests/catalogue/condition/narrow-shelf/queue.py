# kind = "right"
# variant = "the library's queue, with room for one"
# loses = []

import queue


class NarrowShelf:
    def __init__(self):
        self.queue = queue.Queue(maxsize=1)

    def put(self, loaf):
        self.queue.put(loaf)

    def take(self):
        return self.queue.get()

    def take_back(self):
        try:
            return self.queue.get_nowait()
        except queue.Empty:
            return None
