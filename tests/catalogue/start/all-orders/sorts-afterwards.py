# kind = "wrong"
# mistake = "appends the loaves as they come, and sorts them in the end"
# loses = ["test_each_loaf_stands_at_the_place_of_its_order"]
# finding = "wrong order"

import threading


def bake_all(bake, orders):
    loaves = []
    threads = [threading.Thread(target=lambda order=order: loaves.append(bake(order))) for order in orders]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(loaves)
