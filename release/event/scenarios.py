"""How the explorer uses what a learner writes in the lessons on Event.

Each function is a *driver*: a small program around the learner's functions, which are the
module ``solution``.  It is run once for every schedule and returns plain data; what that data
must be is said beside it, in ``test_event.py``.  A driver imports what it needs in its own
body, so that an exercise can be checked before the next one is written.  Nobody really
sleeps here: time is simulated.
"""

import threading
import time


def shop(loaves, seconds, oven_breaks=False):
    """Mira bakes and Jonas sells: what was sold, and which problems were reported."""
    from solution import bake_and_ring, wait_and_sell

    shelf, sold, problems = [], [], []
    bell = threading.Event()

    def bake():
        time.sleep(seconds)
        if oven_breaks:
            raise OSError("the oven is cold")
        return [f"loaf {number}" for number in range(1, loaves + 1)]

    def sell(loaf):
        sold.append(loaf)

    jonas = threading.Thread(name="Jonas", target=wait_and_sell, args=(shelf, bell, sell, problems))
    mira = threading.Thread(name="Mira", target=bake_and_ring, args=(bake, shelf, bell, problems))
    jonas.start()
    mira.start()
    jonas.join()
    mira.join()
    return {"sold": sold, "problems": [repr(problem) for problem in problems]}


def village_race(names, shot_takes=0, run_takes=0):
    """A race: what was heard and seen until ``race`` returned, in order."""
    from solution import race

    seen = []

    def fire():
        if shot_takes:
            time.sleep(shot_takes)
        seen.append("bang")

    def run(name):
        seen.append(f"{name} is off")
        if run_takes:
            time.sleep(run_takes)
        seen.append(f"{name} is home")

    race(names, run, fire)
    return list(seen)


def morning(write_takes=0, wash_takes=0):
    """The four jobs before opening: the order in which they were done until ``open_shop`` returned."""
    from solution import open_shop

    done = []

    def write_prices():
        if write_takes:
            time.sleep(write_takes)
        done.append("write")

    def fill_trays():
        done.append("fill")

    def wash_trays():
        if wash_takes:
            time.sleep(wash_takes)
        done.append("wash")

    def hang_prices():
        done.append("hang")

    open_shop(write_prices, fill_trays, wash_trays, hang_prices)
    return list(done)


def who_works(takes=0):
    """The four jobs before opening, each with the number of the thread that did it, as far as they were done."""
    from solution import open_shop

    done = []

    def job(name):
        def work():
            if takes:
                time.sleep(takes)
            done.append([name, threading.get_ident()])

        return work

    open_shop(job("write"), job("fill"), job("wash"), job("hang"))
    return list(done)


def queue_at_the_door(patience, rings_after=None):
    """A customer at the door: what ``customer`` returned, and after how many seconds."""
    from solution import customer

    bell = threading.Event()

    def bake():
        time.sleep(rings_after)
        bell.set()

    mira = threading.Thread(name="Mira", target=bake)
    if rings_after is not None:
        mira.start()
    began = time.monotonic()
    answer = customer(bell, patience)
    waited = time.monotonic() - began
    if rings_after is not None:
        mira.join()
    return {"answer": answer, "waited": waited}


# === 2-clear-and-pulses ===


def oven_lamp(pause, shifts, beat_takes=0, off=0):
    """A heartbeat that is switched on and off again: when it beat in each shift, and how long each stop took.

    ``shifts`` has the seconds for which it is on, each time; ``off`` is how long it is off after each.  What
    beats while it is off is told, too.
    """
    from solution import Heartbeat

    began = time.monotonic()
    beats, by_shift, while_off, stops = [], [], [], []

    def beat():
        beats.append(time.monotonic() - began)
        if beat_takes:
            time.sleep(beat_takes)

    heart = Heartbeat(beat, pause)
    for seconds in shifts:
        before = len(beats)
        heart.start()
        if seconds:
            time.sleep(seconds)
        called = time.monotonic()
        heart.stop()
        stops.append(time.monotonic() - called)
        after = len(beats)
        by_shift.append(beats[before:after])
        if off:
            time.sleep(off)
        while_off.extend(beats[after:])
    return {"beats": by_shift, "while off": while_off, "stops took": stops}


def street_corner(cars, red=0):
    """Cars at a crossing whose light turns green, red for so many seconds, and green again: what happened, in order.

    ``GREEN`` is written down right before turn_green() is called, ``RED`` when turn_red() has returned.
    """
    from solution import Crossing

    seen = []
    crossing = Crossing()

    def travel(name):
        def drive():
            seen.append(f"{name} enters")
            seen.append(f"{name} leaves")

        crossing.cross(drive)

    threads = [threading.Thread(name=name, target=travel, args=(name,)) for name in cars]
    for thread in threads:
        thread.start()
    seen.append("GREEN")
    crossing.turn_green()
    crossing.turn_red()
    seen.append("RED")
    if red:
        time.sleep(red)
    seen.append("GREEN")
    crossing.turn_green()
    for thread in threads:
        thread.join()
    return list(seen)


def one_place(loaves, put_takes=0, sell_takes=0):
    """A shelf with one place, and nothing that guards it: what was put, taken and sold, in order."""
    from solution import hand_over

    shelf, seen = [None], []

    def put(loaf):
        if put_takes:
            time.sleep(put_takes)
        seen.append(f"put {loaf}")
        shelf[0] = loaf

    def take():
        loaf = shelf[0]
        seen.append(f"take {loaf}")
        return loaf

    def sell(loaf):
        if sell_takes:
            time.sleep(sell_takes)
        seen.append(f"sell {loaf}")

    hand_over(loaves, put, take, sell)
    return list(seen)
