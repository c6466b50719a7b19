# kind = "wrong"
# mistake = "bounded queues, and nobody empties the last one before the threads have ended"
# loses = [
#     "test_every_order_comes_back_packed",
#     "test_one_bakes_and_another_packs",
#     "test_mira_bakes_while_ines_packs",
#     "test_any_number_of_any_loaves",
#     "test_however_slow_somebody_is",
# ]
# finding = "deadlock"

import queue
import threading


def bake_and_pack(orders, bake, pack):
    rack = queue.Queue(maxsize=1)
    counter = queue.Queue(maxsize=1)

    def mira():
        for order in orders:
            rack.put(bake(order))

    def ines():
        for _ in orders:
            counter.put(pack(rack.get()))

    threads = [threading.Thread(target=mira, name="Mira"), threading.Thread(target=ines, name="Ines")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return [counter.get() for _ in orders]
