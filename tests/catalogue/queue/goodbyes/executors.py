# kind = "right"
# variant = "executors for the bakers and for the sellers"
# loses = []

import queue
from concurrent.futures import ThreadPoolExecutor


def sell_all(batches, sellers, sell):
    shelf = queue.Queue()
    closed = object()

    def bake(batch):
        for loaf in batch:
            shelf.put(loaf)

    def serve(seller):
        for loaf in iter(shelf.get, closed):
            sell(seller, loaf)

    with ThreadPoolExecutor(max_workers=len(sellers)) as shop:
        for seller in sellers:
            shop.submit(serve, seller)
        with ThreadPoolExecutor(max_workers=len(batches) + 1) as bakery:
            for batch in batches:
                bakery.submit(bake, batch)
        for _ in sellers:
            shelf.put(closed)
