# kind = "wrong"
# mistake = "holds a lock while baking"
# loses = [
#     "test_ovens_work_side_by_side",
#     "test_three_ovens_at_once",
# ]
# without_finding = "no execution shows what is possible in none"

import threading


def bake_all(bake, orders):
    loaves = [None] * len(orders)
    oven = threading.Lock()

    def bake_at(place, order):
        with oven:
            loaves[place] = bake(order)

    threads = [threading.Thread(target=bake_at, args=(place, order)) for place, order in enumerate(orders)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return loaves
