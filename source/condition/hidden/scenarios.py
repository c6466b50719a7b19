"""Hidden drivers of the lessons on Condition: the public ones with other times, orders and accidents."""

import threading

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
