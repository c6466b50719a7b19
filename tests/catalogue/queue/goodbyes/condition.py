# kind = "right"
# variant = "a list and a flag under one condition"
# loses = []

import threading


def sell_all(batches, sellers, sell):
    shelf = []
    news = threading.Condition()
    bakers_left = len(batches)

    def bake(batch):
        nonlocal bakers_left
        for loaf in batch:
            with news:
                shelf.append(loaf)
                news.notify()
        with news:
            bakers_left -= 1
            news.notify_all()

    def serve(seller):
        while True:
            with news:
                news.wait_for(lambda: shelf or bakers_left == 0)
                if not shelf:
                    return
                loaf = shelf.pop(0)
            sell(seller, loaf)

    threads = [threading.Thread(target=bake, args=(batch,)) for batch in batches]
    threads += [threading.Thread(target=serve, args=(seller,)) for seller in sellers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
