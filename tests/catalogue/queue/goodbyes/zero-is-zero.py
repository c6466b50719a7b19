# kind = "wrong"
# mistake = "compares with ==, and takes False for the sentinel, which is equal to 0"
# loses = ["test_anything_can_be_sold"]
# finding = "item lost"

import queue
import threading


def sell_all(batches, sellers, sell):
    shelf = queue.Queue()
    closed = False

    def bake(batch):
        for loaf in batch:
            shelf.put(loaf)

    def serve(seller):
        while (loaf := shelf.get()) != closed:
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
