# kind = "wrong"
# mistake = "asks every second for a loaf until a flag says that the bakers are done"
# loses = ["test_baking_and_selling_side_by_side", "test_sellers_do_not_poll"]
# finding = "polling"

import queue
import threading
import time


def sell_all(batches, sellers, sell):
    shelf = queue.Queue()
    all_baked = threading.Event()

    def bake(batch):
        for loaf in batch:
            shelf.put(loaf)

    def serve(seller):
        while True:
            over = all_baked.is_set()
            try:
                loaf = shelf.get_nowait()
            except queue.Empty:
                if over:
                    return
                time.sleep(1)
            else:
                sell(seller, loaf)

    bakers = [threading.Thread(target=bake, args=(batch,)) for batch in batches]
    servers = [threading.Thread(target=serve, args=(seller,)) for seller in sellers]
    for thread in bakers + servers:
        thread.start()
    for baker in bakers:
        baker.join()
    all_baked.set()
    for server in servers:
        server.join()
