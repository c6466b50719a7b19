# kind = "wrong"
# mistake = "joins each thread before the next one is started"
# loses = [
#     "test_ovens_work_side_by_side",
#     "test_three_ovens_at_once",
# ]
# without_finding = "no execution shows what is possible in none"

import threading


def bake_all(bake, orders):
    loaves = [None] * len(orders)

    def bake_at(place, order):
        loaves[place] = bake(order)

    threads = [threading.Thread(target=bake_at, args=(place, order)) for place, order in enumerate(orders)]
    for thread in threads:
        thread.start()
        thread.join()
    return loaves
