# kind = "right"
# variant = "appends pairs of place and loaf, and sorts them by place"
# loses = []

import threading


def bake_all(bake, orders):
    baked = []

    def bake_one(place, order):
        loaf = bake(order)
        baked.append((place, loaf))

    threads = [threading.Thread(target=bake_one, args=numbered) for numbered in enumerate(orders)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    return [loaf for place, loaf in sorted(baked, key=lambda pair: pair[0])]
