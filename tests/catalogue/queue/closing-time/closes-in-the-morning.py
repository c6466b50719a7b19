# kind = "wrong"
# mistake = "shuts the shelf down before closing time"
# loses = ["test_the_shelf_is_sold_out_after_closing_time", "test_no_loaf_is_lost_at_closing_time", "test_two_sellers_at_closing_time"]
# without_finding = "that a loaf is sold at all is what the check wants; no loaf is lost"

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
    shelf.shutdown()
    closing_time()
    for thread in threads:
        thread.join()
    return too_late
