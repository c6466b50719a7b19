# kind = "right"
# variant = "an event for each order"
# loses = []

import threading


def bake_and_pack(orders, bake, pack):
    baked = [threading.Event() for _ in orders]
    loaves, packed = {}, []

    def mira():
        for number, order in enumerate(orders):
            loaves[number] = bake(order)
            baked[number].set()

    def ines():
        for number, ready in enumerate(baked):
            ready.wait()
            packed.append(pack(loaves[number]))

    baker, packer = threading.Thread(target=mira), threading.Thread(target=ines)
    baker.start()
    packer.start()
    baker.join()
    packer.join()
    return packed
