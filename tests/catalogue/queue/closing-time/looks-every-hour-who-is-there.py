# kind = "wrong"
# mistake = "looks every hour whether everybody has gone home"
# loses = ["test_nobody_polls_until_closing_time"]
# finding = "polling"

import threading


def open_until(closing_time, sellers, bake, sell):
    shelf = ClosingQueue()
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

    threads = [threading.Thread(target=bake_on)]
    threads += [threading.Thread(target=serve, args=(seller,)) for seller in sellers]
    for thread in threads:
        thread.start()
    closing_time()
    shelf.shutdown()
    for thread in threads:
        while thread.is_alive():
            thread.join(timeout=3_600)
    return too_late
