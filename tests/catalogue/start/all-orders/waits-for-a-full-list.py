# kind = "wrong"
# mistake = "looks every second whether all the loaves are there"
# loses = [
#     "test_waiting_for_the_ovens_is_no_polling",
#     "test_three_ovens_at_once",
# ]
# finding = "polling"

import threading
import time


def bake_all(bake, orders):
    loaves = [None] * len(orders)

    def bake_at(place, order):
        loaves[place] = bake(order)

    threads = [threading.Thread(target=bake_at, args=(place, order)) for place, order in enumerate(orders)]
    for thread in threads:
        thread.start()
    while None in loaves:
        time.sleep(1)
    return loaves
