# kind = "right"
# variant = "two executors with one thread each, and a semaphore"
# loses = []

import threading
from concurrent.futures import ThreadPoolExecutor


def bake_ahead(orders, k, bake, sell):
    places = threading.Semaphore(k)

    def sell_one(loaf):
        sell(loaf.result())
        places.release()

    with ThreadPoolExecutor(1) as oven, ThreadPoolExecutor(1) as counter:
        for order in orders:
            places.acquire()
            counter.submit(sell_one, oven.submit(bake, order))
