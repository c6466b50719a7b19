# kind = "wrong"
# mistake = "waits for each seller before the next one is started"
# loses = ["test_baking_and_selling_side_by_side"]
# without_finding = "no schedule shows anything wrong: what is missing is a schedule in which the second seller has the loaf"

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
    for server in servers:
        server.start()
        for baker in bakers:
            baker.join()
        shelf.put(closed)
        server.join()
