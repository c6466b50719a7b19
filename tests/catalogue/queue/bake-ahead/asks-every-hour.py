# kind = "wrong"
# mistake = "asks every hour whether there is a tray, or a loaf"
# loses = ["test_nobody_polls_for_a_place"]
# finding = "polling"

import queue
import threading


def bake_ahead(orders, k, bake, sell):
    trays = queue.Queue()
    shelf = queue.Queue()
    for tray in range(k):
        trays.put(tray)

    def fetch(source):
        while True:
            try:
                return source.get(timeout=3_600)
            except queue.Empty:
                pass

    def mira():
        for order in orders:
            tray = fetch(trays)
            shelf.put((bake(order), tray))

    def jonas():
        for _ in orders:
            loaf, tray = fetch(shelf)
            sell(loaf)
            trays.put(tray)

    threads = [threading.Thread(target=mira, name="Mira"), threading.Thread(target=jonas, name="Jonas")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
