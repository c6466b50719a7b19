# kind = "wrong"
# mistake = "holds a lock from the first loaf to the last, so that one seller sells everything"
# loses = ["test_baking_and_selling_side_by_side"]
# without_finding = "nobody is stuck and nothing is lost: it only takes too long"

import queue
import threading


def sell_all(batches, sellers, sell):
    shelf = queue.Queue()
    closed = object()
    counter = threading.Lock()

    def bake(batch):
        for loaf in batch:
            shelf.put(loaf)

    def serve(seller):
        with counter:
            while (loaf := shelf.get()) is not closed:
                sell(seller, loaf)

    bakers = [threading.Thread(target=bake, args=(batch,)) for batch in batches]
    servers = [threading.Thread(target=serve, args=(seller,), name=seller) for seller in sellers]
    for thread in bakers + servers:
        thread.start()
    for baker in bakers:
        baker.join()
    for _ in servers:
        shelf.put(closed)
    for server in servers:
        server.join()
