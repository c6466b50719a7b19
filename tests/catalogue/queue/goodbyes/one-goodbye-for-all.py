# kind = "wrong"
# mistake = "puts in one sentinel, however many sellers there are"
# loses = ["test_two_sellers_go_home", "test_baking_and_selling_side_by_side", "test_everybody_goes_home_on_a_quiet_day"]
# finding = "one sentinel too few"

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
    for thread in bakers + servers:
        thread.start()
    for baker in bakers:
        baker.join()
    shelf.put(closed)
    for server in servers:
        server.join()
