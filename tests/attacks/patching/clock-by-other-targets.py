# tries = "assigns the clock where an assignment does not look like one: for, with, unpacking, setattr as a value"
# exercise = "which-was-it"
# honest = "gave-up"

import functools
import time


class Give:
    def __init__(self, value):
        self.value = value

    def __enter__(self):
        return self.value

    def __exit__(self, *args):
        pass


def by_for(clock):
    for time.monotonic in [clock]:
        pass


def by_with(clock):
    with Give(clock) as time.monotonic:
        pass


def by_unpacking(clock):
    (time.monotonic, *rest) = [clock]


def by_value(clock):
    [*map(functools.partial(setattr, time, "monotonic"), [clock])]


def by_comprehension(clock):
    [None for time.monotonic in [clock]]


def put(clock):
    for way in (by_for, by_with, by_unpacking, by_value, by_comprehension):
        try:
            way(clock)
        except Exception:
            pass


def restored(function):
    put(getattr(time.monotonic, "real", time.monotonic))
    return function


@restored
def customer(bell, patience):
    clock = time.monotonic

    def later():
        return clock() + patience

    later.real = clock
    put(later)
    return "gave up"
