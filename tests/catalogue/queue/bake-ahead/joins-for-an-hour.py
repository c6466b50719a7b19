# kind = "wrong"
# mistake = "looks every hour whether the two are done"
# loses = ["test_nobody_polls_for_a_place"]
# finding = "polling"

import queue
import threading


def bake_ahead(orders, k, bake, sell):
    trays = queue.Queue()
    shelf = queue.Queue()
    for tray in range(k):
        trays.put(tray)

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
        while thread.is_alive():
            thread.join(timeout=3_600)
