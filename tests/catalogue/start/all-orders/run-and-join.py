# kind = "wrong"
# mistake = "calls run(), and joins threads that were never started"
# loses = [
#     "test_each_loaf_stands_at_the_place_of_its_order",
#     "test_ovens_work_side_by_side",
#     "test_waiting_for_the_ovens_is_no_polling",
#     "test_however_long_the_baking_takes",
#     "test_three_ovens_at_once",
#     "test_unusual_orders",
# ]
# finding = "error"

import threading


def bake_all(bake, orders):
    loaves = [None] * len(orders)

    def bake_at(place, order):
        loaves[place] = bake(order)

    threads = [threading.Thread(target=bake_at, args=(place, order)) for place, order in enumerate(orders)]
    for thread in threads:
        thread.run()
    for thread in threads:
        thread.join()
    return loaves
