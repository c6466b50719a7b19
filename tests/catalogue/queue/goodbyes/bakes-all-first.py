# kind = "wrong"
# mistake = "lets the sellers begin when all is baked"
# loses = ["test_baking_and_selling_side_by_side"]
# without_finding = "a loaf that is sold late is no wrong order to the explorer, only to the check"

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

    bakers = [threading.Thread(target=bake, args=(batch,)) for batch in batches]
    servers = [threading.Thread(target=serve, args=(seller,), name=seller) for seller in sellers]
    for baker in bakers:
        baker.start()
    for baker in bakers:
        baker.join()
    for server in servers:
        server.start()
    for _ in servers:
        shelf.put(closed)
    for server in servers:
        server.join()
