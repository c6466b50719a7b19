# kind = "right"
# variant = "a class of stages, each with a queue in front, and an object of its own that says that it is over"
# loses = []

import queue
import threading

OVER = object()


class Stage(threading.Thread):
    def __init__(self, work, after):
        super().__init__()
        self.work = work
        self.before = queue.Queue()
        self.after = after

    def run(self):
        while (item := self.before.get()) is not OVER:
            self.after.put(self.work(item))
        self.after.put(OVER)


def bake_and_pack(orders, bake, pack):
    counter = queue.Queue()
    ines = Stage(pack, counter)
    mira = Stage(bake, ines.before)
    ines.start()
    mira.start()
    for order in orders:
        mira.before.put(order)
    mira.before.put(OVER)
    return list(iter(counter.get, OVER))
