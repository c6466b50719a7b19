# kind = "wrong"
# mistake = "the packer does not stop, and everybody waits for her"
# loses = [
#     "test_every_order_comes_back_packed",
#     "test_one_bakes_and_another_packs",
#     "test_mira_bakes_while_ines_packs",
#     "test_the_packer_does_not_poll",
#     "test_any_number_of_any_loaves",
#     "test_however_slow_somebody_is",
# ]
# finding = "forgotten sentinel"

import queue
import threading


def bake_and_pack(orders, bake, pack):
    rack = queue.Queue()
    counter = queue.Queue()

    def mira():
        for order in orders:
            rack.put(bake(order))

    def ines():
        while True:
            counter.put(pack(rack.get()))

    threads = [threading.Thread(target=mira, name="Mira"), threading.Thread(target=ines, name="Ines")]
    for thread in threads:
        thread.start()
    packed = [counter.get() for _ in orders]
    for thread in threads:
        thread.join()
    return packed
