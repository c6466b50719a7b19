# kind = "wrong"
# mistake = "gives args a string in place of a tuple, so that each letter is an argument"
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
    loaves = []

    def bake_one(order):
        loaves.append(bake(order))

    threads = [threading.Thread(target=bake_one, args=(order)) for order in orders]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return loaves
