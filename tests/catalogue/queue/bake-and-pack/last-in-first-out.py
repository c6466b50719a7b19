# kind = "wrong"
# mistake = "the rack is a stack: the last loaf is packed first"
# loses = ["test_every_order_comes_back_packed", "test_any_number_of_any_loaves", "test_however_slow_somebody_is"]
# finding = "wrong order"

import queue
import threading


def bake_and_pack(orders, bake, pack):
    rack = queue.LifoQueue()
    counter = queue.Queue()

    def mira():
        for order in orders:
            rack.put(bake(order))

    def ines():
        for _ in orders:
            counter.put(pack(rack.get()))

    threads = [threading.Thread(target=mira, name="Mira"), threading.Thread(target=ines, name="Ines")]
    for thread in threads:
        thread.start()
    packed = [counter.get() for _ in orders]
    for thread in threads:
        thread.join()
    return packed
