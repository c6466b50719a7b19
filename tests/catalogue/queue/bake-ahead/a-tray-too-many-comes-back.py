# kind = "wrong"
# mistake = "each sale gives back two trays, so that there are more and more of them"
# loses = ["test_one_at_a_time"]
# without_finding = "nobody waits for ever, and nothing is lost: Mira is only too far ahead"

import queue
import threading


def bake_ahead(orders, k, bake, sell):
    trays = queue.Queue()
    shelf = queue.Queue()
    for _ in range(k):
        trays.put("tray")

    def mira():
        for order in orders:
            trays.get()
            shelf.put(bake(order))

    def jonas():
        for _ in orders:
            sell(shelf.get())
            trays.put("tray")
            trays.put("tray")

    threads = [threading.Thread(target=mira), threading.Thread(target=jonas)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
