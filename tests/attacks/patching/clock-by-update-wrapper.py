# tries = "lets functools.update_wrapper set the clock in its module"
# exercise = "which-was-it"
# honest = "gave-up"

import functools
import time


class Other:
    pass


def put(function):
    other = Other()
    other.monotonic = function
    functools.update_wrapper(time, other, assigned=("monotonic",), updated=())


def restored(function):
    clock = getattr(time.monotonic, "real", time.monotonic)
    put(clock)
    return function


@restored
def customer(bell, patience):
    clock = time.monotonic

    def later():
        return clock() + patience

    later.real = clock
    put(later)
    return "gave up"
