# kind = "right"
# variant = "the sentinel form, as it is written below Python 3.13"
# loses = []

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
    mira.join()
    for _ in servers:
        shelf.put(closed)
    for server in servers:
        server.join()
    return too_late
