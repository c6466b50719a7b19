# kind = "right"
# variant = "the main thread packs, and there is one queue"
# loses = []

import queue
import threading


def bake_and_pack(orders, bake, pack):
    rack = queue.Queue(maxsize=1)

    def mira():
        for order in orders:
            rack.put(bake(order))

    baker = threading.Thread(target=mira)
    baker.start()
    packed = [pack(rack.get()) for _ in orders]
    baker.join()
    return packed
