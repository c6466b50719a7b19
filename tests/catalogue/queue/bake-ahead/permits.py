# kind = "right"
# variant = "a bounded queue of permits: what lies in it is under way"
# loses = []

import queue
import threading


def bake_ahead(orders, k, bake, sell):
    under_way = queue.Queue(maxsize=k)
    shelf = queue.Queue()

    def mira():
        for order in orders:
            under_way.put(order)
            shelf.put(bake(order))

    def jonas():
        for _ in orders:
            sell(shelf.get())
            under_way.get()

    threads = [threading.Thread(target=mira, name="Mira"), threading.Thread(target=jonas, name="Jonas")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
