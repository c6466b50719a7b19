"""Hidden drivers of the lessons on Queue: the public ones with other times, orders and accidents."""

import queue
import threading
import time

# === 1-hand-over ===


def odd_bakery(orders, bake_takes=0, pack_takes=0):
    """A bakery in which a loaf is any value: what came back of packing each as it is."""
    from solution import bake_and_pack

    def bake(order):
        if bake_takes:
            time.sleep(bake_takes)
        return order

    def pack(loaf):
        if pack_takes:
            time.sleep(pack_takes)
        return [loaf]

    return bake_and_pack(list(orders), bake, pack)


def late_evening(room, more):
    """One clears the shelf while Mira still needs room on it: the basket, and what is on the shelf then."""
    from solution import clear_shelf

    shelf = queue.Queue(maxsize=room)
    for number in range(room):
        shelf.put(number)

    def bake():
        for number in range(room, room + more):
            shelf.put(number)

    mira = threading.Thread(name="Mira", target=bake)
    mira.start()
    basket = clear_shelf(shelf)
    mira.join()
    return {"basket": basket, "left": [shelf.get() for _ in range(shelf.qsize())]}


# === 2-finishing ===


def bakers_with_goodbyes(paces, sellers):
    """Bakers who take their time, each another: what was sold, and how many threads were left behind."""
    from solution import sell_all

    sold = []

    def bake(baker, seconds):
        time.sleep(seconds)
        yield f"{baker}'s loaf"

    sell_all([bake(baker, seconds) for baker, seconds in paces], sellers, lambda seller, loaf: sold.append(loaf))
    return {"sold": list(sold), "left behind": threading.active_count() - 1}


def washing_up_twice(first, second, helpers, broken):
    """Two rounds of trays, and any kind of problem: what was washed and reported after each round."""
    from solution import help_out

    class Leak(Exception):
        """A problem that nobody has thought of."""

    sink, washed, problems = queue.Queue(), [], []

    def wash(tray):
        if tray in broken:
            raise (KeyError if len(problems) % 2 else Leak)(tray)
        time.sleep(20)
        washed.append(tray)

    rounds = []
    for trays in (first, second):
        for tray in trays:
            sink.put(tray)
        if not rounds:
            for name in helpers:
                threading.Thread(name=name, target=help_out, args=(sink, wash, problems), daemon=True).start()
        sink.join()
        rounds.append({"washed": list(washed), "problems": len(problems)})
    return rounds


# === 3-the-family ===


def order_book_two_bakers(orders):
    """Two bakers wait for the orders of one clerk, and each takes one: the breads, sorted."""
    from solution import OrderBook

    book = OrderBook()
    taken = []

    def bake():
        taken.append(book.take()["bread"])

    bakers = [threading.Thread(name=name, target=bake) for name in ("Mira", "Ines")]
    for baker in bakers:
        baker.start()
    for urgency, bread in orders:
        book.add(urgency, {"bread": bread})
    for baker in bakers:
        baker.join()
    return sorted(taken)


def order_book_over_time(orders, taken_at):
    """Orders that are added at their seconds, and a baker who takes all of them later: the breads, in that order."""
    from solution import OrderBook

    book, other = OrderBook(), OrderBook()

    def note():
        for second, urgency, bread in orders:
            time.sleep(second - time.monotonic())
            book.add(urgency, {"bread": bread})
            other.add(urgency, {"bread": f"other {bread}"})

    clerk = threading.Thread(name="Jonas", target=note)
    clerk.start()
    time.sleep(taken_at)
    taken = [book.take(timeout=0)["bread"] for _ in orders]
    clerk.join()
    return taken


def order_book_of_anything(orders):
    """Orders that are any values, equal ones too, added with one urgency."""
    from solution import OrderBook

    book = OrderBook()
    for order in orders:
        book.add(1.5, order)
    return [book.take(timeout=1) for _ in orders]


def price_list_change_and_undo():
    """Jonas changes a price while Ines changes it and undoes: what she undid, and the prices that follow."""
    from solution import PriceList

    prices = PriceList({"rye": 3})
    undone = []

    def change_and_undo():
        prices.change("rye", 5)
        undone.append(prices.undo())

    ines = threading.Thread(name="Ines", target=change_and_undo)
    jonas = threading.Thread(name="Jonas", target=prices.change, args=("rye", 4))
    ines.start()
    jonas.start()
    ines.join()
    jonas.join()
    seen = [prices.prices()["rye"]]
    undone.append(prices.undo())
    seen.append(prices.prices()["rye"])
    undone.append(prices.undo())
    return {"undone": undone, "prices": seen}


def price_list_is_its_own(start):
    """Two lists, odd changes, and dictionaries that go in and come out: what is undone, and all the prices."""
    from solution import PriceList

    prices, other = PriceList(start), PriceList(start)
    prices.change("gift", 1)
    prices.change("rye", 3)
    prices.change("cake", 20)
    other.change("cake", 30)
    prices.prices().clear()
    return {
        "list": dict(prices.prices()),
        "undone": [prices.undo() for _ in range(4)],
        "after": dict(prices.prices()),
        "other": dict(other.prices()),
        "start": start,
    }


def bounded_two_bakers(maxsize):
    """The shelf is full, and two bakers wait for room: what one seller gets, in order."""
    from solution import BoundedQueue

    shelf = BoundedQueue(maxsize)
    for number in range(maxsize):
        shelf.put(f"old {number + 1}")
    bakers = [
        threading.Thread(name="Mira", target=shelf.put, args=("rye",)),
        threading.Thread(name="Ines", target=shelf.put, args=("wheat",)),
    ]
    for baker in bakers:
        baker.start()
    got = [shelf.get() for _ in range(maxsize + 2)]
    for baker in bakers:
        baker.join()
    return got


def bounded_last_place():
    """Room for one loaf, and two bakers who do not wait: how the two calls of ``put`` ended."""
    import queue

    from solution import BoundedQueue

    shelf = BoundedQueue(1)
    ended = []

    def bake(loaf):
        try:
            shelf.put(loaf, block=False)
            ended.append("put")
        except queue.Full:
            ended.append("Full")

    bakers = [
        threading.Thread(name="Mira", target=bake, args=("rye",)),
        threading.Thread(name="Ines", target=bake, args=("wheat",)),
    ]
    for baker in bakers:
        baker.start()
    for baker in bakers:
        baker.join()
    return sorted(ended)


def bounded_other_seller(other_at, comes_after):
    """Jonas waits for a loaf, 5 seconds at most, and so does Ines, later; one comes: what each got, and when."""
    import queue

    from solution import BoundedQueue

    shelf = BoundedQueue(1)
    seen = {}

    def sell(name, begins):
        time.sleep(begins)
        try:
            got = shelf.get(timeout=5)
        except queue.Empty:
            got = "Empty"
        seen[name] = [got, time.monotonic()]

    sellers = [
        threading.Thread(name="Jonas", target=sell, args=("Jonas", 0)),
        threading.Thread(name="Ines", target=sell, args=("Ines", other_at)),
    ]
    for seller in sellers:
        seller.start()
    time.sleep(comes_after)
    shelf.put("rye")
    for seller in sellers:
        seller.join()
    return [seen["Jonas"], seen["Ines"]]


def bounded_room_in_time(free_after, patience):
    """Mira waits for room on the shelf, so many seconds at most: how her ``put`` ended and when, and what was on it."""
    import queue

    from solution import BoundedQueue

    shelf = BoundedQueue(1)
    shelf.put("rye")
    ended = []

    def bake():
        try:
            shelf.put("wheat", timeout=patience)
            ended.append("put")
        except queue.Full:
            ended.append("Full")
        ended.append(time.monotonic())

    mira = threading.Thread(name="Mira", target=bake)
    mira.start()
    time.sleep(free_after)
    got = [shelf.get()]
    mira.join()
    try:
        got.append(shelf.get(block=False))
    except queue.Empty:
        got.append("Empty")
    return {"put": ended, "got": got}


def bounded_odd_sizes(real, maxsizes):
    """One thread puts and gets loaves that look like nothing, with queues of these sizes: how each call ended, when."""
    import queue

    if real:
        from queue import Queue as BoundedQueue
    else:
        from solution import BoundedQueue

    shelves = [BoundedQueue(*maxsize) for maxsize in maxsizes]
    seen = []
    calls = [
        *[("put", item, True, 1) for item in (None, 0, "rye")],
        ("put", "late", True, 0),
        ("put", "later", False, 7),
        *[("get", True, 0)] * 3,
        ("get", False, 7),
        ("get", True, 0),
    ]
    for method, *arguments in calls:
        for shelf in shelves:
            try:
                ended = getattr(shelf, method)(*arguments)
            except (queue.Full, queue.Empty) as problem:
                ended = type(problem).__name__
            seen.append([ended, time.monotonic()])
    return seen
