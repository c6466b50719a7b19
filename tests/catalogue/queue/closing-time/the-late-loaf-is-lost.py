# kind = "wrong"
# mistake = "stops baking without saying which loaf was too late"
# loses = ["test_the_shelf_is_sold_out_after_closing_time", "test_no_loaf_is_lost_at_closing_time", "test_two_sellers_at_closing_time"]
# finding = "item lost"

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
