# kind = "wrong"
# mistake = "a lambda that looks its order up when the loop is over"
# loses = [
#     "test_each_loaf_stands_at_the_place_of_its_order",
#     "test_ovens_work_side_by_side",
#     "test_however_long_the_baking_takes",
#     "test_unusual_orders",
# ]
# finding = "item lost"

import threading


def bake_all(bake, orders):
    loaves = [None] * len(orders)
    threads = []
    for place, order in enumerate(orders):
        threads.append(threading.Thread(target=lambda: loaves.__setitem__(place, bake(order))))
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return loaves
