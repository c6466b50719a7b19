# kind = "wrong"
# mistake = "the sellers ask every hour, until a flag says that it is over"
# loses = ["test_the_shelf_is_sold_out_after_closing_time", "test_nobody_polls_until_closing_time", "test_two_sellers_at_closing_time"]
# finding = "polling"

import queue
import threading


def open_until(closing_time, sellers, bake, sell):
    shelf = queue.Queue()
    closed, over = threading.Event(), threading.Event()
    too_late = []

    def bake_on():
        while True:
            loaf = bake()
            if closed.is_set():
                too_late.append(loaf)
                over.set()
                return
            shelf.put(loaf)

    def serve(seller):
        while True:
            last = over.is_set()
            try:
                loaf = shelf.get(timeout=3_600)
            except queue.Empty:
                if last:
                    return
            else:
                sell(seller, loaf)

    threads = [threading.Thread(target=bake_on)]
    threads += [threading.Thread(target=serve, args=(seller,)) for seller in sellers]
    for thread in threads:
        thread.start()
    closing_time()
    closed.set()
    for thread in threads:
        thread.join()
    return too_late
