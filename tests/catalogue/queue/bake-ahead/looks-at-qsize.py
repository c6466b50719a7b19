# kind = "wrong"
# mistake = "asks again and again how many loaves lie on the shelf"
# loses = ["test_nobody_polls_for_a_place", "test_one_at_a_time"]
# finding = "polling"

import queue
import threading
import time


def bake_ahead(orders, k, bake, sell):
    shelf = queue.Queue()

    def mira():
        for order in orders:
            while shelf.qsize() >= k:
                time.sleep(1)
            shelf.put(bake(order))

    def jonas():
        for _ in orders:
            sell(shelf.get())

    threads = [threading.Thread(target=mira, name="Mira"), threading.Thread(target=jonas, name="Jonas")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
