# kind = "wrong"
# mistake = "makes the threads daemons, and does not join them"
# loses = [
#     "test_each_loaf_stands_at_the_place_of_its_order",
#     "test_however_long_the_baking_takes",
#     "test_unusual_orders",
# ]
# finding = "item lost"

import threading


def bake_all(bake, orders):
    loaves = [None] * len(orders)

    def bake_at(place, order):
        loaves[place] = bake(order)

    threads = [threading.Thread(target=bake_at, args=(place, order), daemon=True) for place, order in enumerate(orders)]
    for thread in threads:
        thread.start()
    return loaves
