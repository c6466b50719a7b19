# kind = "right"
# variant = "two counters, a list and a condition"
# loses = []

import threading


def bake_ahead(orders, k, bake, sell):
    changed = threading.Condition()
    begun = sold = 0
    shelf = []

    def mira():
        nonlocal begun
        for order in orders:
            with changed:
                changed.wait_for(lambda: begun - sold < k)
                begun += 1
            loaf = bake(order)
            with changed:
                shelf.append(loaf)
                changed.notify_all()

    def jonas():
        nonlocal sold
        for _ in orders:
            with changed:
                while not shelf:
                    changed.wait()
                loaf = shelf.pop(0)
            sell(loaf)
            with changed:
                sold += 1
                changed.notify_all()

    threads = [threading.Thread(target=work) for work in (jonas, mira)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
