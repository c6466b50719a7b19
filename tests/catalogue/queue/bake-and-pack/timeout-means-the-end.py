# kind = "wrong"
# mistake = "takes the end of a timeout for the end of the work"
# loses = ["test_mira_bakes_while_ines_packs", "test_however_slow_somebody_is"]
# finding = "item lost"

import queue
import threading


def bake_and_pack(orders, bake, pack):
    rack = queue.Queue()
    packed = []

    def mira():
        for order in orders:
            rack.put(bake(order))

    def ines():
        try:
            while True:
                packed.append(pack(rack.get(timeout=100)))
        except queue.Empty:
            pass

    threads = [threading.Thread(target=mira, name="Mira"), threading.Thread(target=ines, name="Ines")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return packed
