# kind = "right"
# variant = "the library's own queue, where it has a shutdown()"
# loses = []

import threading

try:
    from queue import Queue as Shelf
    from queue import ShutDown
except ImportError:  # before Python 3.13
    Shelf = ClosingQueue



def open_until(closing_time, sellers, bake, sell):
    shelf = Shelf()
    too_late = []

    def bake_on():
        while True:
            loaf = bake()
            try:
                shelf.put(loaf)
            except ShutDown:
                too_late.append(loaf)
                return

    def serve(seller):
        while True:
            try:
                loaf = shelf.get()
            except ShutDown:
                return
            sell(seller, loaf)

    threads = [threading.Thread(target=bake_on, name="Mira")]
    threads += [threading.Thread(target=serve, args=(seller,), name=seller) for seller in sellers]
    for thread in threads:
        thread.start()
    closing_time()
    shelf.shutdown()
    for thread in threads:
        thread.join()
    return too_late
