# kind = "wrong"
# mistake = "works for two orders only, as in the example"
# loses = ["test_the_packer_does_not_poll", "test_any_number_of_any_loaves"]
# finding = "deadlock"

import queue
import threading


def bake_and_pack(orders, bake, pack):
    rack = queue.Queue()
    counter = queue.Queue()

    def mira():
        for order in orders:
            rack.put(bake(order))

    def ines():
        for _ in range(2):
            counter.put(pack(rack.get()))

    threads = [threading.Thread(target=mira, name="Mira"), threading.Thread(target=ines, name="Ines")]
    for thread in threads:
        thread.start()
    return [counter.get(), counter.get()]
