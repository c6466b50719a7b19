"""How the explorer uses what a learner writes in the lessons that start the course.

Each function is a *driver*: a small program around the learner's functions, which are the
module ``solution``.  It is run once for every schedule and returns plain data; what that data
must be is said beside it, in ``test_start.py``.  A driver imports what it needs in its own
body, so that an exercise can be checked before the next one is written.  Nobody really
sleeps here: time is simulated.
"""

import time


def busy_morning(orders, takes=0):
    """Bake all the orders: what ``bake_all`` returned, and what was seen at the ovens until then, in order."""
    from solution import bake_all

    seen = []

    def bake(order):
        seen.append(f"{order} in")
        if takes:
            time.sleep(takes)
        seen.append(f"{order} out")
        return f"{order} loaf"

    loaves = bake_all(bake, list(orders))
    return {"loaves": loaves, "seen": list(seen)}


def two_ovens(fails=(), rye_takes=0, cake_takes=0):
    """Bake rye and cake: what came of it, whose exception was raised, who had ended by then, after how many seconds."""
    from solution import bake_both

    problems = {"rye": RuntimeError("the oven is cold"), "cake": ValueError("there are no eggs")}
    ended = []

    def bake(name, takes):
        if takes:
            time.sleep(takes)
        ended.append(name)
        if name in fails:
            raise problems[name]
        return f"a tray of {name}"

    began = time.monotonic()
    trays = raised = None
    try:
        trays = bake_both(lambda: bake("rye", rye_takes), lambda: bake("cake", cake_takes))
    except NotImplementedError:
        raise
    except Exception as problem:
        raised = next((name for name in problems if problems[name] is problem), "another exception")
    return {"trays": trays, "raised": raised, "ended": sorted(ended), "seconds": time.monotonic() - began}


def dough(pause, runs, turn_takes=0, later=0):
    """A mixer that is stopped after some seconds: when it turned, when it was started and stopped; what came later."""
    from solution import start_mixer, stop_mixer

    began = time.monotonic()
    turns = []

    def turn():
        turns.append(time.monotonic() - began)
        if turn_takes:
            time.sleep(turn_takes)
            turns.append(f"done at {time.monotonic() - began}")

    mixer = start_mixer(turn, pause)
    started = time.monotonic() - began
    time.sleep(runs)
    stop_mixer(mixer)
    stopped = time.monotonic() - began
    by_then = list(turns)
    if later:
        time.sleep(later)
    return {"started": started, "stopped": stopped, "turns": by_then, "later": turns[len(by_then) :]}
