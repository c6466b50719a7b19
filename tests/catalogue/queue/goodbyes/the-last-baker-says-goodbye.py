# kind = "right"
# variant = "the bakers count themselves under a lock, and the last one says goodbye, by an exception class"
# loses = []

import queue
import threading


class Goodbye(Exception):
    pass


def sell_all(batches, sellers, sell):
    shelf = queue.Queue()
    counting = threading.Lock()
    left = len(batches)

    def bake(batch):
        nonlocal left
        for loaf in batch:
            shelf.put(loaf)
        with counting:
            left -= 1
            last = left == 0
        if last:
            say_goodbye()

    def say_goodbye():
        for _ in sellers:
            shelf.put(Goodbye)

    def serve(seller):
        for loaf in iter(shelf.get, Goodbye):
            sell(seller, loaf)

    threads = [threading.Thread(target=serve, args=(seller,)) for seller in sellers]
    threads += [threading.Thread(target=bake, args=(batch,)) for batch in batches]
    for thread in threads:
        thread.start()
    if not batches:
        say_goodbye()
    for thread in threads:
        thread.join()
