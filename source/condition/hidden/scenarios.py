"""Hidden drivers of the lessons on Condition: the public ones with other times, orders and accidents."""

import threading
import time

# === 1-one-predicate ===


def two_number_displays():
    """Two customers wait at two displays, and Mira calls a number on the second one, then on the first."""
    from solution import NumberDisplay

    cakes, bread = NumberDisplay(), NumberDisplay()
    seen = []

    def customer(name, display):
        display.wait_until(1)
        seen.append(f"served: {name}")

    def call():
        for name, display in (("bread", bread), ("cakes", cakes)):
            seen.append(f"call: {name}")
            display.call_next()

    ada = threading.Thread(name="Ada", target=customer, args=("cakes", cakes))
    bo = threading.Thread(name="Bo", target=customer, args=("bread", bread))
    mira = threading.Thread(name="Mira", target=call)
    for thread in (ada, bo, mira):
        thread.start()
    for thread in (ada, bo, mira):
        thread.join()
    return seen


def two_burnt_loaves(burnt, fresh):
    """Mira takes each burnt loaf back, if it is still there, and then puts a fresh one: what each of them has."""
    from solution import NarrowShelf

    shelf = NarrowShelf()
    back, taken = [], []

    def bake():
        for loaf in burnt:
            shelf.put(loaf)
            back.append(shelf.take_back())
        shelf.put(fresh)

    def sell():
        for _ in (*burnt, fresh):
            taken.append(shelf.take())
            if taken[-1] == fresh:
                break

    mira = threading.Thread(name="Mira", target=bake)
    jonas = threading.Thread(name="Jonas", target=sell)
    mira.start()
    jonas.start()
    mira.join()
    jonas.join()
    return {"back": back, "taken": taken}


def two_shelves_alone():
    """One thread puts a loaf on each of two shelves, and takes them: what it got, in order."""
    from solution import NarrowShelf

    left, right = NarrowShelf(), NarrowShelf()
    left.put("roll")
    right.put("bun")
    return [left.take(), right.take_back(), left.take_back(), right.take_back()]


def two_cake_boxes():
    """Jonas and Ines each wait at a box of their own, and Mira fills the second one, then the first."""
    from solution import CakeBox

    small, large = CakeBox(), CakeBox()
    found = {}

    def empty(name, box):
        found[name] = box.empty()

    def fill():
        large.fill("wedding cake", 200)
        small.fill("muffin", 2)

    jonas = threading.Thread(name="Jonas", target=empty, args=("small", small))
    ines = threading.Thread(name="Ines", target=empty, args=("large", large))
    mira = threading.Thread(name="Mira", target=fill)
    for thread in (jonas, ines, mira):
        thread.start()
    for thread in (jonas, ines, mira):
        thread.join()
    return found


# === 2-many-waiters ===


def false_alarms(alarms, pause):
    """A baker who notifies before there is anything: what the seller took."""
    from solution import take_one

    shelf, taken = [], []
    changed = threading.Condition()

    def bake():
        for _ in range(alarms):
            time.sleep(pause)
            with changed:
                changed.notify_all()
        time.sleep(pause)
        with changed:
            shelf.extend(["rye", "wheat"])
            changed.notify_all()

    mira = threading.Thread(name="Mira", target=bake)
    mira.start()
    taken.append(take_one(shelf, changed))
    mira.join()
    return {"taken": taken, "left": shelf}


def sellers_come_first(sellers):
    """The narrow shelf, where the sellers come one after the other, and then as many loaves: what was taken."""
    from solution import put_loaf, take_loaf

    shelf, taken = [], []
    changed = threading.Condition()

    def sell(comes_at):
        time.sleep(comes_at)
        taken.append(take_loaf(shelf, changed))

    threads = [threading.Thread(target=sell, args=(number,)) for number in range(1, sellers + 1)]
    for thread in threads:
        thread.start()
    time.sleep(sellers + 1)
    for number in range(1, sellers + 1):
        put_loaf(shelf, changed, f"loaf {number}")
    for thread in threads:
        thread.join()
    return sorted(taken)


def crowd_at_the_shelf(room, sellers):
    """A shelf to which the sellers come one after the other, and then as many loaves: what was taken."""
    from solution import Shelf

    shelf, taken = Shelf(room), []

    def sell(comes_at):
        time.sleep(comes_at)
        taken.append(shelf.take())

    threads = [threading.Thread(target=sell, args=(number,)) for number in range(1, sellers + 1)]
    for thread in threads:
        thread.start()
    time.sleep(sellers + 1)
    for number in range(1, sellers + 1):
        shelf.put(f"loaf {number}")
    for thread in threads:
        thread.join()
    return sorted(taken)


def late_baker(room, pause):
    """A baker who comes at the moment when a loaf is taken, while another one waits: how many could put."""
    from solution import Shelf

    shelf = Shelf(room)
    put = {"Mira": 0, "Ben": 0}

    def bake(name, comes_at, loaves):
        if comes_at:
            time.sleep(comes_at)
        for loaf in range(loaves):
            shelf.put(loaf)
            put[name] += 1

    mira = threading.Thread(name="Mira", target=bake, args=("Mira", 0, room + 1))
    ben = threading.Thread(name="Ben", target=bake, args=("Ben", pause, 1))
    mira.start()
    ben.start()
    time.sleep(pause)
    shelf.take()
    time.sleep(pause)
    could_put = sum(put.values())
    for _ in range(room + 1):
        shelf.take()
    mira.join()
    ben.join()
    return could_put


def two_shelves(first, second):
    """Two shelves that have nothing to do with each other."""
    from solution import Shelf

    one, other = Shelf(len(first)), Shelf(len(second))
    for loaf in first:
        one.put(loaf)
    for loaf in second:
        other.put(loaf)
    return [[one.take() for _ in first], [other.take() for _ in second]]


def slow_jobs(seconds):
    """Jobs that take so many seconds each: how many were done when the door opened, and how late it was."""
    from solution import Latch

    latch = Latch(len(seconds))
    done = []

    def work(takes):
        time.sleep(takes)
        done.append(takes)
        latch.count_down()

    began = time.monotonic()
    threads = [threading.Thread(target=work, args=(takes,)) for takes in seconds]
    for thread in threads:
        thread.start()
    latch.wait()
    seen, waited = len(done), time.monotonic() - began
    for thread in threads:
        thread.join()
    return {"done": seen, "seconds": waited}


def long_watch(names, rounds, slow, takes):
    """Turns of which those of ``slow`` take a while: their beginnings and ends."""
    from solution import take_turns

    seen = []

    def watch(name):
        seen.append(f"{name} begins")
        if name == slow:
            time.sleep(takes)
        seen.append(f"{name} ends")

    take_turns(names, rounds, watch)
    return list(seen)
