# kind = "right"
# variant = "iter(shelf.get, closed), with a SimpleQueue"
# loses = []

import queue
import threading


def sell_all(batches, sellers, sell):
    shelf = queue.SimpleQueue()
    closed = object()

    def bake(batch):
        for loaf in batch:
            shelf.put(loaf)

    def serve(seller):
        for loaf in iter(shelf.get, closed):
            sell(seller, loaf)

    bakers = [threading.Thread(target=bake, args=(batch,)) for batch in batches]
    servers = [threading.Thread(target=serve, args=(seller,)) for seller in sellers]
    for thread in (*bakers, *servers):
        thread.start()
    for baker in bakers:
        baker.join()
    for _ in servers:
        shelf.put(closed)
    for server in servers:
        server.join()
