# kind = "right"
# variant = "a dictionary with the places as keys"
# loses = []

from threading import Thread


def bake_all(bake, orders):
    loaves = {}

    def bake_at(place):
        loaves[place] = bake(orders[place])

    threads = []
    for place in range(len(orders)):
        thread = Thread(target=bake_at, args=[place])
        threads.append(thread)
        thread.start()
    while threads:
        threads.pop().join()
    return [loaves[place] for place in range(len(orders))]
