# kind = "wrong"
# mistake = "asks whether the shelf is shut down, and then puts a loaf in without catching ShutDown"
# loses = ["test_no_loaf_is_lost_at_closing_time"]
# finding = "error"

import threading


def open_until(closing_time, sellers, bake, sell):
    shelf = ClosingQueue()
    too_late = []

    def bake_on():
        while True:
            loaf = bake()
            if shelf.is_shutdown:
                too_late.append(loaf)
                return
            shelf.put(loaf)

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
