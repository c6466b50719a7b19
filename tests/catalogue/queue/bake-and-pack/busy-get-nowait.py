# kind = "wrong"
# mistake = "a busy loop around get_nowait()"
# loses = ["test_the_packer_does_not_poll"]
# finding = "polling"

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
            while True:
                try:
                    loaf = rack.get_nowait()
                    break
                except queue.Empty:
                    pass
            counter.put(pack(loaf))

    threads = [threading.Thread(target=mira, name="Mira"), threading.Thread(target=ines, name="Ines")]
    for thread in threads:
        thread.start()
    packed = [counter.get() for _ in orders]
    for thread in threads:
        thread.join()
    return packed
