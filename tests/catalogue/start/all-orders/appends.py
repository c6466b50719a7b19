# kind = "wrong"
# mistake = "appends the loaves as they come"
# loses = [
#     "test_each_loaf_stands_at_the_place_of_its_order",
#     "test_however_long_the_baking_takes",
# ]
# finding = "wrong order"

import threading


def bake_all(bake, orders):
    loaves = []

    def bake_one(order):
        loaves.append(bake(order))

    threads = [threading.Thread(target=bake_one, args=(order,)) for order in orders]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return loaves
