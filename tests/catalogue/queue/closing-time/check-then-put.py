# kind = "wrong"
# mistake = "puts in the sentinels while Mira may stand between the look at the flag and the shelf"
# loses = ["test_no_loaf_is_lost_at_closing_time"]
# finding = "item lost"

import queue
import threading


def open_until(closing_time, sellers, bake, sell):
    shelf = queue.Queue()
    closed = threading.Event()
    too_late = []

    def bake_on():
        while True:
            loaf = bake()
            if closed.is_set():
                too_late.append(loaf)
                return
            shelf.put(loaf)

    def serve(seller):
        while (loaf := shelf.get()) is not closed:
            sell(seller, loaf)

    mira = threading.Thread(target=bake_on)
    servers = [threading.Thread(target=serve, args=(seller,)) for seller in sellers]
    for thread in [mira, *servers]:
        thread.start()
    closing_time()
    closed.set()
    for _ in servers:
        shelf.put(closed)
    for thread in [mira, *servers]:
        thread.join()
    return too_late
