# kind = "right"
# variant = "a subclass of Thread whose join() raises, called for both before the first raise"
# loses = []

import threading


class Baker(threading.Thread):
    def __init__(self, bake):
        super().__init__()
        self.bake = bake
        self.tray = None
        self.problem = None

    def run(self):
        try:
            self.tray = self.bake()
        except Exception as problem:
            self.problem = problem

    def result(self):
        self.join()
        if self.problem is not None:
            raise self.problem
        return self.tray


def bake_both(rye, cake):
    bakers = [Baker(rye), Baker(cake)]
    for baker in bakers:
        baker.start()
    for baker in bakers:
        baker.join()
    return [baker.result() for baker in bakers]
