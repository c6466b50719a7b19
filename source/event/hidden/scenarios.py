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


def slow_morning(write, wash):
    """The four jobs again, where the first ones take their time; and when both of those were done."""
    from solution import open_shop

    done = []
    began = time.monotonic()
    ends = []

    def first_job(name, takes):
        time.sleep(takes)
        done.append(name)
        ends.append(time.monotonic() - began)

    open_shop(
        lambda: first_job("write", write),
        lambda: done.append("fill"),
        lambda: first_job("wash", wash),
        lambda: done.append("hang"),
    )
    return {"done": list(done), "seconds": max(ends, default=0)}


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
