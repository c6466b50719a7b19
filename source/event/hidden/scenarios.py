"""Hidden drivers of the lessons on Event: the public ones with other times, orders and accidents."""

import threading
import time


def other_shop(loaves, seconds, refused=None):
    """The shop again, with Mira started first and a customer who may refuse a loaf."""
    from solution import bake_and_ring, wait_and_sell

    shelf, sold, problems = [], [], []
    bell = threading.Event()

    def bake():
        if seconds:
            time.sleep(seconds)
        return [f"roll {number}" for number in range(1, loaves + 1)]

    def sell(loaf):
        if loaf == refused:
            raise LookupError("this one is burnt")
        sold.append(loaf)

    mira = threading.Thread(name="Mira", target=bake_and_ring, args=(bake, shelf, bell, problems))
    jonas = threading.Thread(name="Jonas", target=wait_and_sell, args=(shelf, bell, sell, problems))
    mira.start()
    jonas.start()
    mira.join()
    jonas.join()
    return {"sold": sold, "problems": [repr(problem) for problem in problems]}


def town_race(names, shot_takes):
    """A race that is told by its arrivals only."""
    from solution import race

    seen = []

    def fire():
        time.sleep(shot_takes)
        seen.append("bang")

    def run(name):
        seen.append(name)

    race(names, run, fire)
    return list(seen)


def slow_morning(write, wash, fill=0, hang=0):
    """The four jobs again, where each takes its time; when both first ones were done, and when all were."""
    from solution import open_shop

    done = []
    began = time.monotonic()
    ends = []

    def job(name, takes):
        if takes:
            time.sleep(takes)
        done.append(name)
        ends.append([name, time.monotonic() - began])

    open_shop(
        lambda: job("write", write),
        lambda: job("fill", fill),
        lambda: job("wash", wash),
        lambda: job("hang", hang),
    )
    return {"done": list(done), "first": last_of(ends, "write", "wash"), "all": last_of(ends, "fill", "hang")}


def last_of(ends, *jobs):
    """When the last of these jobs was done; 0 if none was."""
    return max((second for name, second in ends if name in jobs), default=0)


def bell_before_the_door_opens(patience, rung):
    """A bell that rang long ago, or never will."""
    from solution import customer

    bell = threading.Event()
    if rung:
        bell.set()
    began = time.monotonic()
    return {"answer": customer(bell, patience), "waited": time.monotonic() - began}


def short_ring(patience, rings_after):
    """A bell that is set and cleared again at once, while the customer waits."""
    from solution import customer

    bell = threading.Event()

    def bake():
        time.sleep(rings_after)
        bell.set()
        bell.clear()

    mira = threading.Thread(name="Mira", target=bake)
    mira.start()
    answer = customer(bell, patience)
    mira.join()
    return answer


def slow_mira(patience, rings_after):
    """A bell that may ring at the last moment: the answer, and whether it had rung by then."""
    from solution import customer

    bell = threading.Event()

    def bake():
        time.sleep(rings_after)
        bell.set()

    mira = threading.Thread(name="Mira", target=bake)
    mira.start()
    answer = customer(bell, patience)
    rung = bell.is_set()
    mira.join()
    return {"answer": answer, "rung": rung}


# === 2-clear-and-pulses ===


def two_lamps(pauses, runs):
    """Two hearts, each stopped some seconds after the one before, once for each of ``runs``: the beats until then."""
    from solution import Heartbeat

    beats = [0, 0]

    def beat(number):
        beats[number] += 1

    hearts = [Heartbeat(lambda: beat(0), pauses[0]), Heartbeat(lambda: beat(1), pauses[1])]
    counts = []
    for seconds in runs:
        for heart in hearts:
            heart.start()
        for heart in hearts:
            time.sleep(seconds)
            heart.stop()
            counts.append(list(beats))
    return counts


def busy_street(car):
    """One car at a crossing whose light turns red twice: what happened, in order."""
    from solution import Crossing

    seen = []
    crossing = Crossing()

    def drive():
        seen.append(f"{car} enters")
        seen.append(f"{car} leaves")

    def green():
        seen.append("GREEN")
        crossing.turn_green()

    def red():
        crossing.turn_red()
        seen.append("RED")

    thread = threading.Thread(name=car, target=crossing.cross, args=(drive,))
    thread.start()
    green()
    red()
    green()
    red()
    green()
    thread.join()
    return list(seen)


def country_road(cars, green, red, takes=0, breaks_down=None):
    """A crossing on which a drive takes its time: what happened, and when; and which drives ended by an exception.

    It is green for so many seconds, then red for so many, then green for good.
    """
    from solution import Crossing

    began = time.monotonic()
    seen, problems = [], []
    crossing = Crossing()

    def note(line):
        seen.append([line, time.monotonic() - began])

    def travel(name):
        def drive():
            note(f"{name} enters")
            if takes:
                time.sleep(takes)
            note(f"{name} leaves")
            if name == breaks_down:
                raise RuntimeError("out of petrol")

        try:
            crossing.cross(drive)
        except RuntimeError as problem:
            problems.append([name, str(problem)])

    threads = [threading.Thread(name=name, target=travel, args=(name,)) for name in cars]
    for thread in threads:
        thread.start()
    note("GREEN")
    crossing.turn_green()
    if green:
        time.sleep(green)
    crossing.turn_red()
    note("RED")
    if red:
        time.sleep(red)
    note("GREEN")
    crossing.turn_green()
    for thread in threads:
        thread.join()
    return {"seen": seen, "problems": problems}


def long_way_to_the_shelf(loaves, put_takes=0, take_takes=0, sell_takes=0):
    """The shelf with one place, where each way takes its time: what was put, taken and sold, and when it was over."""
    from solution import hand_over

    began = time.monotonic()
    shelf, seen = [None], []

    def put(loaf):
        if put_takes:
            time.sleep(put_takes)
        shelf[0] = loaf
        seen.append(f"put {loaf}")

    def take():
        if take_takes:
            time.sleep(take_takes)
        loaf = shelf[0]
        seen.append(f"take {loaf}")
        return loaf

    def sell(loaf):
        if sell_takes:
            time.sleep(sell_takes)
        seen.append(f"sell {loaf}")

    hand_over(loaves, put, take, sell)
    return {"seen": list(seen), "seconds": time.monotonic() - began}
