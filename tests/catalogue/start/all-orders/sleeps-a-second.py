# kind = "wrong"
# mistake = "sleeps for a second, and hopes that all is baked then"
# loses = [
#     "test_each_loaf_stands_at_the_place_of_its_order",
#     "test_however_long_the_baking_takes",
# ]
# finding = "item lost"

import threading
import time


def bake_all(bake, orders):
    loaves = [None] * len(orders)

    def bake_at(place, order):
        loaves[place] = bake(order)

    threads = [threading.Thread(target=bake_at, args=(place, order)) for place, order in enumerate(orders)]
    for thread in threads:
        thread.start()
    time.sleep(1)
    return loaves
