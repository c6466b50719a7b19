"""Hidden drivers of the lessons on Queue: the public ones with other numbers, other loaves and other helpers."""

import queue
import threading
import time

# === 1-hand-over ===


def odd_bakery(orders, bake_takes=0, pack_takes=0):
    """A bakery in which a loaf is any value: what came back of packing each as it is."""
    from solution import bake_and_pack

    def bake(order):
        if bake_takes:
            time.sleep(bake_takes)
        return order

    def pack(loaf):
        if pack_takes:
            time.sleep(pack_takes)
        return [loaf]

    return bake_and_pack(list(orders), bake, pack)


def late_evening(room, more):
    """One clears the shelf while Mira still needs room on it: the basket, and what is on the shelf then."""
    from solution import clear_shelf

    shelf = queue.Queue(maxsize=room)
    for number in range(room):
        shelf.put(number)

    def bake():
        for number in range(room, room + more):
            shelf.put(number)

    mira = threading.Thread(name="Mira", target=bake)
    mira.start()
    basket = clear_shelf(shelf)
    mira.join()
    return {"basket": basket, "left": [shelf.get() for _ in range(shelf.qsize())]}
