# kind = "wrong"
# mistake = "looks at the first loaf of a list, and takes it away later"
# loses = ["test_every_order_comes_back_packed", "test_any_number_of_any_loaves", "test_however_slow_somebody_is"]
# finding = "item lost"

import threading


def bake_and_pack(orders, bake, pack):
    rack, packed = [], []
    there = threading.Semaphore(0)

    def mira():
        for order in orders:
            rack.append(bake(order))
            there.release()

    def ines():
        for _ in orders:
            there.acquire()
            packed.append(pack(rack[0]))

    threads = [threading.Thread(target=mira, name="Mira"), threading.Thread(target=ines, name="Ines")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return packed
