# kind = "wrong"
# mistake = "never gives a tray back"
# loses = [
#     "test_never_more_than_k_under_way",
#     "test_every_loaf_is_sold_when_it_returns",
#     "test_mira_does_bake_ahead",
#     "test_nobody_polls_for_a_place",
#     "test_one_at_a_time",
#     "test_all_that_there_is_room_for",
# ]
# finding = "deadlock"

import queue
import threading


def bake_ahead(orders, k, bake, sell):
    trays = queue.Queue()
    shelf = queue.Queue()
    for tray in range(k):
        trays.put(tray)

    def mira():
        for order in orders:
            trays.get()
            shelf.put(bake(order))

    def jonas():
        for _ in orders:
            sell(shelf.get())

    threads = [threading.Thread(target=mira, name="Mira"), threading.Thread(target=jonas, name="Jonas")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
