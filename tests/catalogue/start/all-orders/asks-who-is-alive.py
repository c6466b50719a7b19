# kind = "wrong"
# mistake = "asks each thread again and again whether it is still alive"
# loses = ["test_waiting_for_the_ovens_is_no_polling"]
# finding = "polling"

import threading


def bake_all(bake, orders):
    loaves = [None] * len(orders)

    def bake_at(place, order):
        loaves[place] = bake(order)

    threads = [threading.Thread(target=bake_at, args=(place, order)) for place, order in enumerate(orders)]
    for thread in threads:
        thread.start()
    for thread in threads:
        while thread.is_alive():
            pass
    return loaves
