"""Hidden drivers of the lessons on Condition: the public ones with other times, orders and accidents."""

import threading
import time

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
