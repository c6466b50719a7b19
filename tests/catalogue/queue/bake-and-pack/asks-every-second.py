# kind = "wrong"
# mistake = "asks once a second whether there is a loaf"
# loses = ["test_mira_bakes_while_ines_packs", "test_the_packer_does_not_poll", "test_however_slow_somebody_is"]
# finding = "polling"

import queue
import threading
import time


def bake_and_pack(orders, bake, pack):
    rack = queue.Queue()
    counter = queue.Queue()

    def mira():
        for order in orders:
            rack.put(bake(order))

    def ines():
        for _ in orders:
            while rack.empty():
                time.sleep(1)
            counter.put(pack(rack.get()))

    threads = [threading.Thread(target=mira, name="Mira"), threading.Thread(target=ines, name="Ines")]
    for thread in threads:
        thread.start()
    packed = [counter.get() for _ in orders]
    for thread in threads:
        thread.join()
    return packed
