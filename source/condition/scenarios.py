"""How the explorer uses what a learner writes in the lessons on Condition.

Each function is a *driver*: a small program around the learner's functions and classes, which are
the module ``solution``.  It is run once for every schedule and returns plain data; what that data
must be is said beside it, in ``test_condition.py``.  A driver imports what it needs in its own
body, so that an exercise can be checked before the next one is written.  Nobody really
sleeps here: time is simulated.
"""

import threading
import time

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
    """Two readers, and nobody who writes: when each came to the board and left it, in order."""
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
