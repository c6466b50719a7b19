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


# === 3-time-and-design ===


def counter_in_use(begins, ends, loaf, patience):
    """Somebody has the lock of the counter for a while, and puts a loaf there: what the customer got."""
    from solution import buy_within

    counter = threading.Condition()
    shelf = []

    def tidy_up():
        time.sleep(begins)
        with counter:
            time.sleep(ends - begins)
            shelf.append(loaf)
            counter.notify_all()

    mira = threading.Thread(name="Mira", target=tidy_up)
    mira.start()
    bought = buy_within(counter, shelf, [loaf], patience)
    mira.join()
    return {"bought": bought, "left": list(shelf)}


def counter_with_two_customers(patience):
    """One loaf, and two customers who want it: what they got, what is left, and when both had gone."""
    from solution import buy_within

    counter = threading.Condition()
    shelf = []
    bought = []

    def buy():
        bought.append(buy_within(counter, shelf, ["rye"], patience))

    began = time.monotonic()
    customers = [threading.Thread(name=name, target=buy) for name in ("Ada", "Bo")]
    for customer in customers:
        customer.start()
    with counter:
        shelf.append("rye")
        counter.notify_all()
    for customer in customers:
        customer.join()
    return {"bought": sorted(bought), "left": list(shelf), "waited": time.monotonic() - began}


def counter_at_closing_time(shelf, wanted):
    """A customer without any patience: what she took of a shelf that nobody fills."""
    from solution import buy_within

    return {
        "bought": buy_within(threading.Condition(), shelf, wanted, 0),
        "left": list(shelf),
        "time": time.monotonic(),
    }


def board_with_an_accident(role):
    """The first at the board has an accident while two others wait: who heard of it, and who could use the board."""
    from solution import PriceBoard

    board = PriceBoard()
    used = []

    def fail():
        time.sleep(2)
        raise ValueError("the chalk is broken")

    def first():
        try:
            board.read(fail) if role == "reads" else board.write(fail)
        except ValueError as problem:
            used.append(str(problem))

    def come(use, said):
        time.sleep(1)
        use(lambda: used.append(said))

    threads = [
        threading.Thread(name="Ada", target=first),
        threading.Thread(name="Jonas", target=come, args=(board.write, "Jonas wrote")),
        threading.Thread(name="Bo", target=come, args=(board.read, "Bo read")),
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(used)


def bell_rung_twice(patience, real=False):
    """A bell rings for two moments; the listener waits twice, the second time too late for the first ring."""
    bell = threading.Event() if real else own_bell()
    heard = []

    def ring():
        for _ in range(2):
            time.sleep(4)
            bell.set()
            bell.clear()

    mira = threading.Thread(name="Mira", target=ring)
    mira.start()
    for _ in range(3):
        began = time.monotonic()
        heard.append([bell.wait(timeout=patience), time.monotonic() - began])
    mira.join()
    return heard


def bell_cleared_again_and_again(patience, real=False):
    """A bell that is cleared every few seconds, and never rung: when does the listener give up?"""
    bell = threading.Event() if real else own_bell()

    def clear():
        time.sleep(4)
        bell.clear()
        time.sleep(4)
        bell.clear()

    mira = threading.Thread(name="Mira", target=clear)
    mira.start()
    began = time.monotonic()
    heard = [bell.wait(timeout=patience), time.monotonic() - began]
    mira.join()
    return heard


def bell_cleared_while_it_rings(patience, real=False):
    """A bell is rung by one and cleared by another one, who then waits for it: what the latter is told."""
    bell = threading.Event() if real else own_bell()
    mira = threading.Thread(name="Mira", target=bell.set)
    mira.start()
    bell.clear()
    heard = [bell.wait(timeout=patience), bell.is_set()]
    mira.join()
    return heard


def own_bell():
    """The learner's bell."""
    from solution import Bell

    return Bell()


def seats_for_an_hour(number, guests, real=False):
    """Each guest stays for an hour: at which hour they sat down."""
    seats = threading.Semaphore(number) if real else own_seats(number)
    sat_down = []

    def visit():
        seats.acquire()
        sat_down.append(time.monotonic() // 3_600)
        time.sleep(3_600)
        seats.release()

    threads = [threading.Thread(name=name, target=visit) for name in guests]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sat_down


def own_seats(number):
    """The learner's seats."""
    from solution import Seats

    return Seats(number)
