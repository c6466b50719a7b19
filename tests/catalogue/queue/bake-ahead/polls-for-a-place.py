# kind = "wrong"
# mistake = "tries again and again to get a tray"
# loses = ["test_mira_does_bake_ahead", "test_nobody_polls_for_a_place", "test_one_at_a_time"]
# finding = "polling"

import queue
import threading
import time


def bake_ahead(orders, k, bake, sell):
    trays = queue.Queue()
    shelf = queue.Queue()
    for tray in range(k):
        trays.put(tray)

    def mira():
        for order in orders:
            while True:
                try:
                    trays.get_nowait()
                    break
                except queue.Empty:
                    time.sleep(1)
            shelf.put(bake(order))

    def jonas():
        for _ in orders:
            sell(shelf.get())
            trays.put(None)

    threads = [threading.Thread(target=mira, name="Mira"), threading.Thread(target=jonas, name="Jonas")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
