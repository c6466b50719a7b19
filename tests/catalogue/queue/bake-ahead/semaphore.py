# kind = "right"
# variant = "a semaphore with k places, and the main thread sells"
# loses = []

import queue
import threading


def bake_ahead(orders, k, bake, sell):
    places = threading.Semaphore(k)
    shelf = queue.SimpleQueue()

    def mira():
        for order in orders:
            places.acquire()
            shelf.put(bake(order))

    baker = threading.Thread(target=mira)
    baker.start()
    for _ in orders:
        sell(shelf.get())
        places.release()
    baker.join()
