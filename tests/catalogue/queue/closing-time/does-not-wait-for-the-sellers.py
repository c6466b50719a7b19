# kind = "wrong"
# mistake = "returns when Mira has stopped, while the seller still sells"
# loses = ["test_the_shelf_is_sold_out_after_closing_time", "test_two_sellers_at_closing_time"]
# without_finding = "the loaf is not lost: it is sold when it is too late for the check to see it"

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

    threads = [threading.Thread(target=bake_on, name="Mira")]
    threads += [threading.Thread(target=serve, args=(seller,), name=seller) for seller in sellers]
    for thread in threads:
        thread.start()
    closing_time()
    shelf.shutdown()
    threads[0].join()
    return too_late
