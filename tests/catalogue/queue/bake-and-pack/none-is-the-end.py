# kind = "wrong"
# mistake = "takes None for the end, which can be a loaf"
# loses = ["test_any_number_of_any_loaves"]
# finding = "item lost"

import queue
import threading


def bake_and_pack(orders, bake, pack):
    rack = queue.Queue()
    packed = []

    def mira():
        for order in orders:
            rack.put(bake(order))
        rack.put(None)

    def ines():
        for loaf in iter(rack.get, None):
            packed.append(pack(loaf))

    threads = [threading.Thread(target=mira, name="Mira"), threading.Thread(target=ines, name="Ines")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return packed
