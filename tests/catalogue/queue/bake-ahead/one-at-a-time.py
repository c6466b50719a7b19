# kind = "wrong"
# mistake = "one tray, whatever k is"
# loses = ["test_mira_does_bake_ahead", "test_all_that_there_is_room_for"]
# without_finding = "all is sold, in order; only later than it could be"

import queue
import threading


def bake_ahead(orders, k, bake, sell):
    trays = queue.Queue()
    shelf = queue.Queue()
    trays.put("tray")

    def mira():
        for order in orders:
            tray = trays.get()
            shelf.put((bake(order), tray))

    def jonas():
        for _ in orders:
            loaf, tray = shelf.get()
            sell(loaf)
            trays.put(tray)

    threads = [threading.Thread(target=mira, name="Mira"), threading.Thread(target=jonas, name="Jonas")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
