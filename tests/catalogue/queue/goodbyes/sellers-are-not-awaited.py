# kind = "wrong"
# mistake = "returns without waiting for the sellers"
# loses = ["test_two_sellers_go_home", "test_anything_can_be_sold", "test_baking_and_selling_side_by_side", "test_two_bakers_say_one_goodbye", "test_everybody_goes_home_on_a_quiet_day"]
# finding = "item lost"

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
    for _ in servers:
        shelf.put(closed)
