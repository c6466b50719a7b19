# kind = "right"
# variant = "a list and a flag under one condition"
# loses = []

import threading


def open_until(closing_time, sellers, bake, sell):
    shelf, too_late = [], []
    is_open = True
    news = threading.Condition()

    def bake_on():
        while True:
            loaf = bake()
            with news:
                if not is_open:
                    too_late.append(loaf)
                    return
                shelf.append(loaf)
                news.notify()

    def serve(seller):
        while True:
            with news:
                news.wait_for(lambda: shelf or not is_open)
                if not shelf:
                    return
                loaf = shelf.pop(0)
            sell(seller, loaf)

    threads = [threading.Thread(target=bake_on)]
    threads += [threading.Thread(target=serve, args=(seller,)) for seller in sellers]
    for thread in threads:
        thread.start()
    closing_time()
    with news:
        is_open = False
        news.notify_all()
    for thread in threads:
        thread.join()
    return too_late
