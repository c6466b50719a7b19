# kind = "right"
# variant = "one sentinel, which each seller puts back for the next one"
# loses = []

import queue
import threading


def sell_all(batches, sellers, sell):
    shelf = queue.Queue()
    closed = object()

    def bake(batch):
        for loaf in batch:
            shelf.put(loaf)

    def serve(seller):
        while (loaf := shelf.get()) is not closed:
            sell(seller, loaf)
        shelf.put(closed)

    bakers = [threading.Thread(target=bake, args=(batch,)) for batch in batches]
    servers = [threading.Thread(target=serve, args=(seller,), name=seller) for seller in sellers]
    for thread in bakers + servers:
        thread.start()
    for baker in bakers:
        baker.join()
    shelf.put(closed)
    for server in servers:
        server.join()
