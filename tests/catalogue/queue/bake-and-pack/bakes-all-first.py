# kind = "wrong"
# mistake = "packs only when all is baked"
# loses = ["test_mira_bakes_while_ines_packs"]
# without_finding = "all is done, in the right order; only later than it could be"

import queue
import threading


def bake_and_pack(orders, bake, pack):
    rack = queue.Queue()
    counter = queue.Queue()

    def mira():
        for order in orders:
            rack.put(bake(order))

    def ines():
        for _ in orders:
            counter.put(pack(rack.get()))

    baker = threading.Thread(target=mira, name="Mira")
    baker.start()
    baker.join()
    packer = threading.Thread(target=ines, name="Ines")
    packer.start()
    return [counter.get() for _ in orders]
