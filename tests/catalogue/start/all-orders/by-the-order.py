# kind = "wrong"
# mistake = "keeps the loaves by their order, so that equal orders share a loaf"
# loses = ["test_unusual_orders"]
# finding = "data race"

import threading


def bake_all(bake, orders):
    loaves = {}

    def bake_one(order):
        loaves[order] = bake(order)

    threads = [threading.Thread(target=bake_one, args=(order,)) for order in orders]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return [loaves[order] for order in orders]
