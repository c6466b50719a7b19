# kind = "right"
# variant = "a list and a condition in place of the queue"
# loses = []

import threading


def bake_and_pack(orders, bake, pack):
    rack, packed = [], []
    changed = threading.Condition()

    def mira():
        for order in orders:
            loaf = bake(order)
            with changed:
                rack.append(loaf)
                changed.notify()

    def ines():
        for number in range(len(orders)):
            with changed:
                changed.wait_for(lambda: len(rack) > number)
                loaf = rack[number]
            packed.append(pack(loaf))

    threads = [threading.Thread(target=mira), threading.Thread(target=ines)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return packed
