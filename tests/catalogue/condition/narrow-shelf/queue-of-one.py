# kind = "right"
# variant = "a queue.Queue with maxsize=1, whose methods are the shelf's"
# loses = []

import queue


class NarrowShelf:
    def __init__(self):
        self._queue = queue.Queue(maxsize=1)
        self.put = self._queue.put
        self.take = self._queue.get

    def take_back(self):
        try:
            return self._queue.get_nowait()
        except queue.Empty:
            return None
