# kind = "wrong"
# mistake = "the sellers go home when there was no loaf for an hour"
# loses = ["test_the_shelf_is_sold_out_after_closing_time", "test_two_sellers_at_closing_time"]
# without_finding = "nothing is lost and nobody is stuck; the check wants it to be over at once"

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
        try:
            while True:
                sell(seller, shelf.get(timeout=3_600))
        except queue.Empty:
            pass

    mira = threading.Thread(target=bake_on)
    servers = [threading.Thread(target=serve, args=(seller,)) for seller in sellers]
    for thread in [mira, *servers]:
        thread.start()
    closing_time()
    closed.set()
    mira.join()
    for server in servers:
        server.join()
    return too_late
