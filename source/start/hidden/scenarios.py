"""Hidden drivers of the lessons that start the course: the public ones with other times, orders and accidents."""

import threading
import time
from itertools import count


def two_lists(lines):
    """Two threads with so many lines each: the order in which the lines came.  It needs nothing of the learner's."""
    seen = []

    def work(name):
        for line in range(lines):
            seen.append(f"{name} {line}")

    threads = [threading.Thread(target=work, args=(name,)) for name in ("Mira", "Jonas")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return seen


def slow_morning(orders, seconds):
    """Orders that each take so many seconds: what ``bake_all`` returned, and after how many seconds."""
    from solution import bake_all

    takes = dict(zip(orders, seconds, strict=True))

    def bake(order):
        time.sleep(takes[order])
        return order.upper()

    began = time.monotonic()
    loaves = bake_all(bake, list(orders))
    return {"loaves": loaves, "seconds": time.monotonic() - began}


def numbered_loaves(orders):
    """Loaves that bear a number each: what ``bake_all`` returned."""
    from solution import bake_all

    numbers = count(1)
    return bake_all(lambda order: [order, next(numbers)], list(orders))


def strange_ovens(first, second, fails=(), takes=(0, 0)):
    """Bake two things that return what they are told: what came of it, and whose exception was raised."""
    from solution import bake_both

    problems = [KeyError("flour"), OSError("the door is stuck")]

    def bake(number, tray):
        if takes[number]:
            time.sleep(takes[number])
        if number in fails:
            raise problems[number]
        return tray

    try:
        return {"trays": bake_both(lambda: bake(0, first), lambda: bake(1, second)), "raised": None}
    except NotImplementedError:
        raise
    except Exception as problem:
        return {"trays": None, "raised": next((n for n in (0, 1) if problems[n] is problem), "another exception")}


def two_mixers(pauses, runs):
    """Two mixers at the same time, stopped one after the other: when each of them turned, and when each was stopped."""
    from solution import start_mixer, stop_mixer

    began = time.monotonic()
    turns = [[], []]
    mixers = [
        start_mixer(lambda mine=mine: mine.append(time.monotonic() - began), pause)
        for mine, pause in zip(turns, pauses, strict=True)
    ]
    stopped = []
    for mixer, seconds in zip(mixers, runs, strict=True):
        time.sleep(seconds)
        stop_mixer(mixer)
        stopped.append(time.monotonic() - began)
    return {"turns": turns, "stopped": stopped}


def stiff_dough(pause, takes, runs):
    """A mixer whose turns take some time: when turns began, and when they ended; and when it was stopped."""
    from solution import start_mixer, stop_mixer

    began = time.monotonic()
    turns = []

    def turn():
        turns.append(time.monotonic() - began)
        if takes:
            time.sleep(takes)
        turns.append(time.monotonic() - began)

    mixer = start_mixer(turn, pause)
    if runs:
        time.sleep(runs)
    stop_mixer(mixer)
    return {"turns": list(turns), "stopped": time.monotonic() - began}
