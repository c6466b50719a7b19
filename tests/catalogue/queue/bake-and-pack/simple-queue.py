# kind = "right"
# variant = "a SimpleQueue, and daemon threads that are joined"
# loses = []

import queue
import threading


def bake_and_pack(orders, bake, pack):
    rack = queue.SimpleQueue()
    packed = []

    def mira():
        for order in orders:
            rack.put(bake(order))

    def ines():
        for _ in range(len(orders)):
            loaf = rack.get()
            packed.append(pack(loaf))

    threads = [threading.Thread(target=work, daemon=True) for work in (ines, mira)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return packed
