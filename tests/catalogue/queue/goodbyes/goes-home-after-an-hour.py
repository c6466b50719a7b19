# kind = "wrong"
# mistake = "guesses with a timeout of an hour in place of a sentinel"
# loses = ["test_baking_and_selling_side_by_side", "test_two_bakers_say_one_goodbye"]
# finding = "item lost"

import queue
import threading


def sell_all(batches, sellers, sell):
    shelf = queue.Queue()

    def bake(batch):
        for loaf in batch:
            shelf.put(loaf)

    def serve(seller):
        try:
            while True:
                sell(seller, shelf.get(timeout=3_600))
        except queue.Empty:
            pass

    threads = [threading.Thread(target=bake, args=(batch,)) for batch in batches]
    threads += [threading.Thread(target=serve, args=(seller,)) for seller in sellers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
