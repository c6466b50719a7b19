"""How the explorer uses what a learner writes in the lessons on Condition.

Each function is a *driver*: a small program around the learner's classes and functions, which are
the module ``solution``.  It is run once for every schedule and returns plain data; what that data
must be is said beside it, in ``test_condition.py``.  A driver imports what it needs in its own
body, so that an exercise can be checked before the next one is written.  Nobody really
sleeps here: time is simulated.
"""

import threading
import time

# === 1-one-predicate ===


def two_sellers_in_this_order(lines):
    """Jonas and Ines both go through their lines in the given order, and Mira bakes for them: what was sold."""
    changed = threading.Condition()
    shelf, sold = [], []

    def sell():
        loaf = None
        for line in lines:
            if line == "A":
                loaf = shelf.pop()
            elif line == "B":
                changed.release()
            elif line == "C":
                changed.acquire()
            elif line == "D":
                sold.append(loaf)
            elif line == "E":
                while not shelf:
                    changed.wait()

    def bake():
        for loaf in ("rye", "wheat"):
            with changed:
                shelf.append(loaf)
                changed.notify()

    together(Jonas=sell, Ines=sell, Mira=bake)
    return sorted(sold, key=str)


def a_baker_in_this_order(lines):
    """Mira goes through her lines in the given order, once for each of two loaves, and Jonas and Ines sell."""
    changed = threading.Condition()
    shelf, sold = [], []

    def sell():
        with changed:
            while not shelf:
                changed.wait()
            sold.append(shelf.pop())

    def bake():
        for loaf in ("rye", "wheat"):
            for line in lines:
                if line == "F":
                    changed.notify()
                elif line == "G":
                    changed.release()
                elif line == "H":
                    changed.acquire()
                elif line == "I":
                    shelf.append(loaf)

    together(Jonas=sell, Ines=sell, Mira=bake)
    return sorted(sold)


def numbers_are_called(sellers, calls, numbers, begins_after=0):
    """Each seller calls so many times, and customers with these numbers wait in turn: who did what, in order."""
    from solution import NumberDisplay

    display = NumberDisplay()
    seen = []

    def call():
        if begins_after:
            time.sleep(begins_after)
        for _ in range(calls):
            seen.append("call")
            display.call_next()

    def customers():
        for number in numbers:
            display.wait_until(number)
            seen.append(f"number {number} is served")

    together(Customers=customers, **dict.fromkeys(sellers, call))
    return seen


def a_narrow_shelf(loaves, baking=0, selling=0):
    """Mira puts loaves on a shelf for one, and Jonas takes them: what he got, and who did what, in order.

    Mira needs so many seconds before each loaf, Jonas after it.
    """
    from solution import NarrowShelf

    shelf = NarrowShelf()
    taken, seen = [], []

    def bake():
        for loaf in loaves:
            if baking:
                time.sleep(baking)
            shelf.put(loaf)
            seen.append("put")

    def sell():
        for _ in loaves:
            seen.append("wants")
            taken.append(shelf.take())
            if selling:
                time.sleep(selling)

    together(Jonas=sell, Mira=bake)
    return {"taken": taken, "seen": seen}


def a_narrow_shelf_alone():
    """Mira is alone with the shelf: what she got, in order, and how many seconds it took."""
    from solution import NarrowShelf

    shelf = NarrowShelf()
    began = time.monotonic()
    got = [shelf.take_back()]
    shelf.put("rye")
    got += [shelf.take_back(), shelf.take_back()]
    shelf.put("wheat")
    got += [shelf.take(), shelf.take_back()]
    return {"got": got, "seconds": time.monotonic() - began}


def a_burnt_loaf(burnt, fresh):
    """Mira takes a burnt loaf back, if Jonas has not got it already: what each of them has in the end."""
    from solution import NarrowShelf

    shelf = NarrowShelf()
    got = {}

    def bake():
        shelf.put(burnt)
        got["Mira"] = shelf.take_back()
        if got["Mira"] is not None:
            shelf.put(fresh)

    def sell():
        got["Jonas"] = shelf.take()

    together(Jonas=sell, Mira=bake)
    return got


def a_cake_box(cakes, baking=0):
    """Mira bakes for so many seconds and fills a box, and Jonas empties it, once for each cake: what he found in it."""
    from solution import CakeBox

    box = CakeBox()
    found = []

    def bake(cake, price):
        if baking:
            time.sleep(baking)
        box.fill(cake, price)

    def sell():
        found.append(box.empty())

    for cake, price in cakes:
        together(Jonas=sell, Mira=lambda cake=cake, price=price: bake(cake, price))
    return found


def together(**work):
    """Let each function run in a thread with this name, in this order, and wait for all of them."""
    threads = [threading.Thread(name=name, target=target) for name, target in work.items()]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


# === 2-many-waiters ===


def a_loaf_for_each(sellers, loaves, bakes_for=0, all_at_once=False):
    """Mira bakes and puts out loaves, each seller takes one: what they took, and what is left."""
    from solution import take_one

    shelf, taken = [], {}
    changed = threading.Condition()

    def sell(name):
        taken[name] = take_one(shelf, changed)

    def bake():
        if bakes_for:
            time.sleep(bakes_for)
        if all_at_once:
            with changed:
                shelf.extend(loaves)
                changed.notify_all()
        else:
            for loaf in loaves:
                with changed:
                    shelf.append(loaf)
                    changed.notify()

    threads = [threading.Thread(name=name, target=sell, args=(name,)) for name in sellers]
    threads.append(threading.Thread(name="Mira", target=bake))
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return {"taken": taken, "left": shelf}


def one_loaf_at_a_time(bakers, sellers, bakes_for=0):
    """The narrow shelf: what each seller took, and what is left. ``sellers`` says how many loaves each takes."""
    from solution import put_loaf, take_loaf

    shelf, taken = [], {name: [] for name in sellers}
    changed = threading.Condition()

    def bake(loaves):
        for loaf in loaves:
            if bakes_for:
                time.sleep(bakes_for)
            put_loaf(shelf, changed, loaf)

    def sell(name):
        for _ in range(sellers[name]):
            taken[name].append(take_loaf(shelf, changed))

    threads = [threading.Thread(name=name, target=bake, args=(loaves,)) for name, loaves in bakers.items()]
    threads += [threading.Thread(name=name, target=sell, args=(name,)) for name in sellers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return {"taken": taken, "left": shelf}


def loaf_by_loaf(bakers, pause=2):
    """The narrow shelf, and a slow seller: how many loaves lay there before each was taken, and what was taken."""
    from solution import put_loaf, take_loaf

    shelf, lay_there, taken = [], [], []
    changed = threading.Condition()

    def bake(loaves):
        for loaf in loaves:
            put_loaf(shelf, changed, loaf)

    threads = [threading.Thread(name=name, target=bake, args=(loaves,)) for name, loaves in bakers.items()]
    for thread in threads:
        thread.start()
    for loaves in bakers.values():
        for _ in loaves:
            time.sleep(pause)
            lay_there.append(len(shelf))
            taken.append(take_loaf(shelf, changed))
    for thread in threads:
        thread.join()
    return {"lay there": lay_there, "taken": taken}


def day_at_the_shelf(room, bakers, sellers, bakes_for=0):
    """A shelf that all use: what each seller took. ``sellers`` says how many loaves each takes."""
    from solution import Shelf

    shelf = Shelf(room)
    taken = {name: [] for name in sellers}

    def bake(loaves):
        for loaf in loaves:
            if bakes_for:
                time.sleep(bakes_for)
            shelf.put(loaf)

    def sell(name):
        for _ in range(sellers[name]):
            taken[name].append(shelf.take())

    threads = [threading.Thread(name=name, target=bake, args=(loaves,)) for name, loaves in bakers.items()]
    threads += [threading.Thread(name=name, target=sell, args=(name,)) for name in sellers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return taken


def take_by_take(room, bakers, pause=2):
    """A shelf, and a slow seller: how many loaves had been put before each take, and what was taken."""
    from solution import Shelf

    shelf = Shelf(room)
    put, put_before, taken = dict.fromkeys(bakers, 0), [], []

    def bake(name):
        for loaf in bakers[name]:
            shelf.put(loaf)
            put[name] += 1

    threads = [threading.Thread(name=name, target=bake, args=(name,)) for name in bakers]
    for thread in threads:
        thread.start()
    for loaves in bakers.values():
        for _ in loaves:
            time.sleep(pause)
            put_before.append(sum(put.values()))
            taken.append(shelf.take())
    for thread in threads:
        thread.join()
    return {"put": put_before, "taken": taken}


def morning_jobs(workers, waiters, count, takes=0):
    """Each worker does a job and counts down: how many jobs each waiter saw done when ``wait`` returned."""
    from solution import Latch

    latch = Latch(count)
    done, seen = [], {}

    def work(name):
        if takes:
            time.sleep(takes)
        done.append(name)
        latch.count_down()

    def wait(name):
        latch.wait()
        seen[name] = len(done)

    threads = [threading.Thread(name=name, target=wait, args=(name,)) for name in waiters]
    threads += [threading.Thread(name=name, target=work, args=(name,)) for name in workers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return seen


def jobs_by_one(count, jobs):
    """One thread does all the jobs, counts down after each, and waits then: how many were done."""
    from solution import Latch

    latch = Latch(count)
    done = 0
    for _ in range(jobs):
        done += 1
        latch.count_down()
    latch.wait()
    return done


def oven_watch(names, rounds, takes=0):
    """Some who take turns: whose turn each was, in which thread, until ``take_turns`` returned."""
    from solution import take_turns

    seen = []

    def watch(name):
        if takes:
            time.sleep(takes)
        seen.append([name, threading.get_ident()])

    take_turns(names, rounds, watch)
    return list(seen)


# === 3-time-and-design ===


def customer_with_a_watch(deliveries, wanted, patience):
    """Mira brings loaves to the counter, each some seconds after the one before; what the customer got, and when."""
    from solution import buy_within

    counter = threading.Condition()
    shelf = []

    def bring():
        for seconds, loaf in deliveries:
            time.sleep(seconds)
            with counter:
                shelf.append(loaf)
                counter.notify_all()

    mira = threading.Thread(name="Mira", target=bring)
    mira.start()
    began = time.monotonic()
    bought = buy_within(counter, shelf, wanted, patience)
    waited = time.monotonic() - began
    mira.join()
    return {"bought": bought, "waited": waited, "left": list(shelf)}


def board_with_two_prices(readers, writers):
    """Readers look at two prices, and each writer raises both by one: what the readers saw, and the prices at last."""
    from solution import PriceBoard

    board = PriceBoard()
    price = {"rye": 1, "wheat": 1}
    seen = []

    def look():
        return [price["rye"], price["wheat"]]

    def raise_both():
        price["rye"] += 1
        price["wheat"] += 1

    threads = [threading.Thread(name=name, target=lambda: seen.append(board.read(look))) for name in readers]
    threads += [threading.Thread(name=name, target=board.write, args=(raise_both,)) for name in writers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    board.read(lambda: None)
    return {"seen": sorted(seen), "at last": look()}


def board_with_arrivals(arrivals, takes):
    """Readers and writers come to the board one second after the other, and each takes its time: who began when."""
    from solution import PriceBoard

    board = PriceBoard()
    began = []

    def use(name):
        began.append([name, time.monotonic() - opened])
        time.sleep(takes)

    def come(second, role, name):
        time.sleep(second)
        if role == "reads":
            board.read(lambda: use(name))
        else:
            board.write(lambda: use(name))

    threads = [
        threading.Thread(name=name, target=come, args=(second, role, name))
        for second, (name, role) in enumerate(arrivals)
    ]
    opened = time.monotonic()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return began


def board_with_two_readers():
    """Two readers, and a writer when both have gone: when each reader came to the board and left it, in order."""
    from solution import PriceBoard

    board = PriceBoard()
    seen = []

    def look(name):
        seen.append(f"{name} comes")
        seen.append(f"{name} goes")

    threads = [
        threading.Thread(name=name, target=lambda name=name: board.read(lambda: look(name))) for name in ("Ada", "Bo")
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    board.write(lambda: None)
    return list(seen)


def new_bell(real):
    """The learner's bell, or Python's own, which it is compared with."""
    if real:
        return threading.Event()
    from solution import Bell

    return Bell()


def bell_for_two(real=False):
    """Mira rings once for two who wait without a limit: what each of them heard, in order."""
    bell = new_bell(real)
    heard = []

    def listen(name):
        heard.append([name, bell.wait()])

    threads = [threading.Thread(name=name, target=listen, args=(name,)) for name in ("Jonas", "Ines")]
    for thread in threads:
        thread.start()
    bell.set()
    for thread in threads:
        thread.join()
    return heard


def bell_for_a_moment(rings_after, patience, real=False):
    """A bell that is set and cleared at once: what the listener's wait returned, and after how many seconds."""
    bell = new_bell(real)

    def ring():
        if rings_after:
            time.sleep(rings_after)
        bell.set()
        bell.clear()

    mira = threading.Thread(name="Mira", target=ring)
    mira.start()
    began = time.monotonic()
    heard = bell.wait(timeout=patience)
    waited = time.monotonic() - began
    mira.join()
    return {"heard": heard, "waited": waited}


def bell_step_by_step(real=False):
    """One thread alone with the bell: what each call returns."""
    bell = new_bell(real)
    said = [bell.is_set(), bell.wait(timeout=0), bell.set(), bell.is_set(), bell.wait(), bell.set()]
    said += [bell.wait(timeout=3), bell.clear(), bell.is_set(), bell.wait(timeout=0), bell.clear()]
    return said


def new_seats(number, real):
    """The learner's seats, or Python's semaphore, which they are compared with."""
    if real:
        return threading.Semaphore(number)
    from solution import Seats

    return Seats(number)


def seats_for_guests(number, guests, real=False):
    """Each guest takes a seat, and gives it back: who sat down and got up, in order."""
    seats = new_seats(number, real)
    seen = []

    def visit(name):
        answer = seats.acquire()
        seen.append(f"{name} sits: {answer}")
        seen.append(f"{name} gets up")
        seats.release()

    threads = [threading.Thread(name=name, target=visit, args=(name,)) for name in guests]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return seen


def seats_with_patience(free_after, patience, real=False):
    """The only seat is taken, and free again after some seconds: did the guest get it, and when was that known?"""
    seats = new_seats(1, real)
    seats.acquire()

    def get_up():
        time.sleep(free_after)
        seats.release()

    ines = threading.Thread(name="Ines", target=get_up)
    ines.start()
    began = time.monotonic()
    sits = seats.acquire(timeout=patience)
    waited = time.monotonic() - began
    ines.join()
    return {"sits": sits, "waited": waited}


def seats_free_and_taken(free_after, patience, real=False):
    """The only seat is given back and taken again at once, by whoever is faster: who got it, and who knew when."""
    seats = new_seats(1, real)
    seats.acquire()
    visits = {}

    def wait_for_a_seat():
        began = time.monotonic()
        sits = seats.acquire(timeout=patience)
        visits["Ada"] = [sits, time.monotonic() - began]

    ada = threading.Thread(name="Ada", target=wait_for_a_seat)
    ada.start()
    time.sleep(free_after)
    seats.release()
    visits["Ines"] = [seats.acquire(timeout=0), 0]
    ada.join()
    return visits


def seats_given_back_together(real=False):
    """Two guests wait, and two seats are given back, one right after the other: who sat down, in order."""
    seats = new_seats(2, real)
    seen = []

    def visit(name):
        seen.append([name, seats.acquire()])

    seats.acquire()
    seats.acquire()
    guests = [threading.Thread(name=name, target=visit, args=(name,)) for name in ("Ada", "Bo")]
    for guest in guests:
        guest.start()
    seats.release()
    seats.release()
    for guest in guests:
        guest.join()
    return seen


def seats_step_by_step(number, real=False):
    """One thread alone with the seats: what each call returns."""
    seats = new_seats(number, real)
    said = [seats.acquire(timeout=0) for _ in range(number + 1)]
    said += [seats.release() for _ in range(number + 1)]
    said += [seats.acquire(timeout=0) for _ in range(number + 2)]
    return said
