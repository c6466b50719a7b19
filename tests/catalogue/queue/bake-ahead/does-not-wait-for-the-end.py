# kind = "wrong"
# mistake = "returns while Jonas still sells"
# loses = ["test_every_loaf_is_sold_when_it_returns", "test_mira_does_bake_ahead", "test_one_at_a_time"]
# without_finding = "the program ends as it should; that it has not sold all before is known to the check only"

import queue
import threading


def bake_ahead(orders, k, bake, sell):
    places = threading.Semaphore(k)
    shelf = queue.Queue()

    def mira():
        for order in orders:
            places.acquire()
            shelf.put(bake(order))

    def jonas():
        for _ in orders:
            sell(shelf.get())
            places.release()

    baker = threading.Thread(target=mira)
    baker.start()
    threading.Thread(target=jonas).start()
    baker.join()
