# kind = "right"
# variant = "acquire and release in try and finally, max(0, …) for the rest of the time"
# loses = []

import time


class Watch:
    def __init__(self, patience):
        self.until = time.monotonic() + patience

    @property
    def left(self):
        return max(0, self.until - time.monotonic())


def buy_within(counter, shelf, wanted, patience):
    watch = Watch(patience)
    bought = []
    counter.acquire()
    try:
        for loaf in wanted:
            if counter.wait_for(lambda loaf=loaf: loaf in shelf, watch.left):
                bought.append(shelf.pop(shelf.index(loaf)))
            else:
                return bought
    finally:
        counter.release()
    return bought
