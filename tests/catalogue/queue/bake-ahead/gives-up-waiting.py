# kind = "wrong"
# mistake = "waits a minute for a tray, and bakes without one then"
# loses = ["test_one_at_a_time"]
# without_finding = "every loaf is sold, in order; that too many are under way is known to the check only"

import queue
import threading


def bake_ahead(orders, k, bake, sell):
    trays = queue.Queue()
    shelf = queue.Queue()
    for tray in range(k):
        trays.put(tray)

    def mira():
        for order in orders:
            try:
                trays.get(timeout=600)
            except queue.Empty:
                pass
            shelf.put(bake(order))

    def jonas():
        for _ in orders:
            sell(shelf.get())
            trays.put("tray")

    threads = [threading.Thread(target=mira, name="Mira"), threading.Thread(target=jonas, name="Jonas")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
