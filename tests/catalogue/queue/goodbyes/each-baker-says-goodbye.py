# kind = "wrong"
# mistake = "each baker puts in a sentinel for every seller when she is done"
# loses = ["test_two_bakers_say_one_goodbye", "test_everybody_goes_home_on_a_quiet_day"]
# finding = "item lost"

import queue
import threading


def sell_all(batches, sellers, sell):
    shelf = queue.Queue()
    closed = object()

    def bake(batch):
        for loaf in batch:
            shelf.put(loaf)
        for _ in sellers:
            shelf.put(closed)

    def serve(seller):
        while (loaf := shelf.get()) is not closed:
            sell(seller, loaf)

    bakers = [threading.Thread(target=bake, args=(batch,)) for batch in batches]
    servers = [threading.Thread(target=serve, args=(seller,), name=seller) for seller in sellers]
    for thread in bakers + servers:
        thread.start()
    for baker in bakers:
        baker.join()
    for server in servers:
        server.join()
