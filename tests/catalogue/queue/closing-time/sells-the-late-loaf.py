# kind = "wrong"
# mistake = "looks at the flag before a loaf is baked, and not before it is put down"
# loses = ["test_the_shelf_is_sold_out_after_closing_time", "test_two_sellers_at_closing_time"]
# without_finding = "the loaf is neither lost nor doubled: it is sold although the check wants it back"

import queue
import threading


def open_until(closing_time, sellers, bake, sell):
    shelf = queue.Queue()
    closed = threading.Event()
    too_late = []

    def bake_on():
        while not closed.is_set():
            shelf.put(bake())

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
