# kind = "wrong"
# mistake = "takes what join() returns for the loaf"
# loses = [
#     "test_each_loaf_stands_at_the_place_of_its_order",
#     "test_however_long_the_baking_takes",
#     "test_unusual_orders",
# ]
# finding = "item lost"

import threading


def bake_all(bake, orders):
    threads = [threading.Thread(target=bake, args=(order,)) for order in orders]
    for thread in threads:
        thread.start()
    return [thread.join() for thread in threads]
