# kind = "wrong"
# mistake = "ends at the first loaf that is falsy"
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
        while loaf := rack.get():
            packed.append(pack(loaf))

    threads = [threading.Thread(target=mira, name="Mira"), threading.Thread(target=ines, name="Ines")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return packed
