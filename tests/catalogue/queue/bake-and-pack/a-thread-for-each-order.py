# kind = "wrong"
# mistake = "a thread for each order bakes and packs it, and the first ready is the first to come back"
# loses = [
#     "test_every_order_comes_back_packed",
#     "test_one_bakes_and_another_packs",
#     "test_mira_bakes_while_ines_packs",
#     "test_any_number_of_any_loaves",
#     "test_however_slow_somebody_is",
# ]
# finding = "wrong order"

import queue
import threading


def bake_and_pack(orders, bake, pack):
    counter = queue.Queue()
    for order in orders:
        threading.Thread(target=lambda order=order: counter.put(pack(bake(order)))).start()
    return [counter.get() for _ in orders]
