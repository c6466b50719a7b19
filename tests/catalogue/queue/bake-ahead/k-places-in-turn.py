# kind = "right"
# variant = "the loaf with number n waits until the loaf n - k is sold: an event for each"
# loses = []

import threading


def bake_ahead(orders, k, bake, sell):
    baked = [threading.Event() for _ in orders]
    sold = [threading.Event() for _ in orders]
    loaves = {}

    def mira():
        for number, order in enumerate(orders):
            if number >= k:
                sold[number - k].wait()
            loaves[number] = bake(order)
            baked[number].set()

    baker = threading.Thread(target=mira)
    baker.start()
    for number in range(len(orders)):
        baked[number].wait()
        sell(loaves[number])
        sold[number].set()
    baker.join()
