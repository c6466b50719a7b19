# kind = "right"
# variant = "a subclass of Thread keeps its own loaf"
# loses = []

import threading


class Baker(threading.Thread):
    def __init__(self, bake, order):
        super().__init__()
        self.bake = bake
        self.order = order
        self.loaf = None

    def run(self):
        self.loaf = self.bake(self.order)


def bake_all(bake, orders):
    bakers = [Baker(bake, order) for order in orders]
    for baker in bakers:
        baker.start()
    for baker in bakers:
        baker.join()
    return [baker.loaf for baker in bakers]
