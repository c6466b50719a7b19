"""How the explorer uses what a learner writes in the lessons on Queue.

Each function is a *driver*: a small program around the learner's functions, which are the
module ``solution``.  It is run once for every schedule and returns plain data; what that data
must be is said beside it, in ``test_queue.py``.  A driver imports what it needs in its own
body, so that an exercise can be checked before the next one is written.  Nobody really
sleeps here: time is simulated.
"""

import queue
import threading
import time
from itertools import accumulate

# === 1-hand-over ===


def packing_day(orders, bake_takes=0, pack_takes=0):
    """Mira bakes and Ines packs: what came back, how many threads did each job, and how long it took."""
    from solution import bake_and_pack

    bakers, packers = [], []

    def bake(order):
        if bake_takes:
            time.sleep(bake_takes)
        bakers.append(threading.get_ident())
        return f"{order} loaf"

    def pack(loaf):
        if pack_takes:
            time.sleep(pack_takes)
        packers.append(threading.get_ident())
        return f"packed {loaf}"

    began = time.monotonic()
    packed = bake_and_pack(list(orders), bake, pack)
    seconds = time.monotonic() - began
    return {"packed": packed, "seconds": seconds, "bakers": len({*bakers}), "threads": len({*bakers, *packers})}


def shelf_call(letter):
    """One of the calls of the exercise "full or empty", with the four shelves as they are before it."""
    full, empty, wide, deep = (queue.Queue(maxsize=size) for size in (2, 2, 0, -2))
    for shelf in (full, wide, deep):
        shelf.put("rye")
        shelf.put("wheat")
    calls = {
        "A": lambda: full.put("oat"),
        "B": lambda: full.put_nowait("oat"),
        "C": lambda: full.put("oat", timeout=5),
        "D": lambda: full.put("oat", block=False, timeout=5),
        "E": lambda: full.get(timeout=5),
        "F": lambda: empty.get(),
        "G": lambda: empty.get_nowait(),
        "H": lambda: empty.get(timeout=5),
        "I": lambda: empty.get(block=False, timeout=5),
        "J": lambda: empty.put_nowait("oat"),
        "K": lambda: wide.put("oat"),
        "L": lambda: deep.put_nowait("oat"),
    }
    return calls[letter]


def shelf_calls(letters):
    """How each of these calls ends, and after how many seconds; "waits" if it has not ended after a day."""
    happens = {}

    def make(letter, call):
        began = time.monotonic()
        try:
            call()
            end = "returns"
        except (queue.Full, queue.Empty) as problem:
            end = type(problem).__name__
        happens[letter] = {"end": end, "seconds": time.monotonic() - began}

    for letter in letters:
        thread = threading.Thread(target=make, args=(letter, shelf_call(letter)), daemon=True)
        thread.start()
        thread.join(timeout=86_400)
        if thread.is_alive():
            happens[letter] = {"end": "waits"}
    return dict(happens)


def evening(loaves, helpers):
    """Some helpers clear the shelf at the same time: what each has in the basket, and what is left on the shelf."""
    from solution import clear_shelf

    shelf = queue.Queue()
    for loaf in loaves:
        shelf.put(loaf)
    baskets = [None] * helpers

    def clear(number):
        baskets[number] = clear_shelf(shelf)

    threads = [threading.Thread(target=clear, args=(number,)) for number in range(helpers)]
    began = time.monotonic()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return {"baskets": baskets, "left": shelf.qsize(), "seconds": time.monotonic() - began}


def trays_day(orders, k, bake_takes=0, sell_takes=0):
    """A day of baking ahead: what was sold until it was over, how many loaves were under way at most, and how long."""
    from solution import bake_ahead

    under_way, sold = [], []

    def bake(order):
        under_way.append(+1)
        if bake_takes:
            time.sleep(bake_takes)
        return f"{order} loaf"

    def sell(loaf):
        if sell_takes:
            time.sleep(sell_takes)
        sold.append(loaf)
        under_way.append(-1)

    began = time.monotonic()
    bake_ahead(list(orders), k, bake, sell)
    seconds = time.monotonic() - began
    at_most = max(accumulate(under_way), default=0)
    return {"sold": list(sold), "at most": at_most, "seconds": seconds}


# === 2-finishing ===


def shop_with_goodbyes(batches, sellers, baking=0):
    """A baker for each batch, and the sellers: who sold what until ``sell_all`` returned, and who was still there."""
    from solution import sell_all

    sold = []

    def bake(batch):
        for loaf in batch:
            if baking:
                time.sleep(baking)
            yield loaf

    def sell(seller, loaf):
        sold.append([seller, loaf])

    sell_all([bake(batch) for batch in batches], sellers, sell)
    return {"sold": list(sold), "left behind": threading.active_count() - 1}


def first_sale(batch, baking, sellers=("Jonas",), selling=0):
    """One baker: after how many seconds each loaf was sold, and ``sell_all`` returned."""
    from solution import sell_all

    seconds = []
    began = time.monotonic()

    def bake():
        for loaf in batch:
            time.sleep(baking)
            yield loaf

    def sell(seller, loaf):
        if selling:
            time.sleep(selling)
        seconds.append(time.monotonic() - began)

    sell_all([bake()], list(sellers), sell)
    return {"sold": list(seconds), "over": time.monotonic() - began}


def helpers_at_the_sink(trays, helpers, broken=(), pause=0):
    """Helpers who wash the trays in a sink: what was washed and reported when the sink's ``join`` returned."""
    from solution import help_out

    sink, washed, problems = queue.Queue(), [], []

    def wash(tray):
        if tray in broken:
            raise ValueError(f"{tray} is broken")
        washed.append(tray)

    for name in helpers:
        threading.Thread(name=name, target=help_out, args=(sink, wash, problems), daemon=True).start()
    for tray in trays:
        if pause:
            time.sleep(pause)
        sink.put(tray)
    sink.join()
    return {"washed": list(washed), "problems": [repr(problem) for problem in problems]}


def shop_until_closing_time(closing, sellers, baking=10, selling=0):
    """The shop is open for ``closing`` seconds: what was baked, sold and too late when ``open_until`` returned."""
    from solution import open_until

    baked, sold = [], []
    began = time.monotonic()

    def bake():
        time.sleep(baking)
        baked.append(f"loaf {len(baked) + 1}")
        return baked[-1]

    def sell(seller, loaf):
        if selling:
            time.sleep(selling)
        sold.append(loaf)

    too_late = open_until(lambda: time.sleep(closing), sellers, bake, sell)
    return {
        "baked": list(baked),
        "sold": list(sold),
        "too late": too_late,
        "left behind": threading.active_count() - 1,
        "seconds": time.monotonic() - began,
    }


# === 3-the-family ===


def order_book_alone(orders):
    """One person notes all the orders, each a pair of urgency and bread, and takes them: the breads, in that order."""
    from solution import OrderBook

    book = OrderBook()
    notes = [{"bread": bread} for _, bread in orders]
    for (urgency, _), note in zip(orders, notes, strict=True):
        book.add(urgency, note)
    return [book.take(timeout=5)["bread"] for _ in orders]


def order_book_two_clerks(jonas, ines):
    """Jonas and Ines note their orders side by side; when both have gone, Mira takes them all."""
    from solution import OrderBook

    book = OrderBook()

    def note(orders):
        for urgency, bread in orders:
            book.add(urgency, {"bread": bread})

    clerks = [
        threading.Thread(name="Jonas", target=note, args=(jonas,)),
        threading.Thread(name="Ines", target=note, args=(ines,)),
    ]
    for clerk in clerks:
        clerk.start()
    for clerk in clerks:
        clerk.join()
    return [book.take(timeout=5)["bread"] for _ in jonas + ines]


def order_book_waits(patience, comes_after=None):
    """Mira waits for an order that may come: what ``take`` gave or raised, and after how many seconds."""
    import queue

    from solution import OrderBook

    book = OrderBook()

    def note():
        time.sleep(comes_after)
        book.add(2, {"bread": "rye"})

    jonas = threading.Thread(name="Jonas", target=note)
    if comes_after is not None:
        jonas.start()
    began = time.monotonic()
    try:
        took = book.take(timeout=patience)["bread"]
    except queue.Empty:
        took = "queue.Empty"
    waited = time.monotonic() - began
    if comes_after is not None:
        jonas.join()
    return {"took": took, "waited": waited}


def price_list_alone(start, changes, undos):
    """Some changes and then some undos: what was undone, in how many seconds, and all that the list says in the end."""
    from solution import PriceList

    began = time.monotonic()
    prices = PriceList(start)
    for bread, price in changes:
        prices.change(bread, price)
    undone = [prices.undo() for _ in range(undos)]
    return {"undone": undone, "prices": dict(prices.prices()), "seconds": time.monotonic() - began}


def price_list_two_changes():
    """Jonas and Ines change the price of the same bread: it, then it after each of two undos, and a third undo."""
    from solution import PriceList

    prices = PriceList({"rye": 3})
    jonas = threading.Thread(name="Jonas", target=prices.change, args=("rye", 4))
    ines = threading.Thread(name="Ines", target=prices.change, args=("rye", 5))
    jonas.start()
    ines.start()
    jonas.join()
    ines.join()
    seen = [prices.prices()["rye"]]
    for _ in range(2):
        prices.undo()
        seen.append(prices.prices()["rye"])
    return {"prices": seen, "one undo more": prices.undo()}


def price_list_two_undos(changes):
    """After these changes Jonas and Ines both call ``undo``: what each call returned, and the price of rye."""
    from solution import PriceList

    prices = PriceList({"rye": 3})
    for bread, price in changes:
        prices.change(bread, price)
    undone = {}

    def undo(name):
        undone[name] = prices.undo()

    threads = [threading.Thread(name=name, target=undo, args=(name,)) for name in ("Jonas", "Ines")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return {"undone": [undone["Jonas"], undone["Ines"]], "price": prices.prices()["rye"]}


def bounded_calls(real, maxsize, calls):
    """One thread makes these calls, one after the other: how each ended, and at which second."""
    import queue

    if real:
        from queue import Queue as BoundedQueue
    else:
        from solution import BoundedQueue

    shelf = BoundedQueue(maxsize)
    seen = []
    for method, *arguments in calls:
        try:
            ended = getattr(shelf, method)(*arguments)
        except (queue.Full, queue.Empty) as problem:
            ended = type(problem).__name__
        seen.append([ended, time.monotonic()])
    return seen


def bounded_hand_over(real, maxsize, loaves):
    """Mira puts loaves, Jonas gets them, and both write down what they have done."""
    if real:
        from queue import Queue as BoundedQueue
    else:
        from solution import BoundedQueue

    shelf = BoundedQueue(maxsize)
    diary = []

    def bake():
        for number in range(1, loaves + 1):
            shelf.put(f"loaf {number}")
            diary.append(f"put {number}")

    def sell():
        for _ in range(loaves):
            loaf = shelf.get()
            diary.append(f"got {loaf}")

    threads = [threading.Thread(name="Mira", target=bake), threading.Thread(name="Jonas", target=sell)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return diary


def bounded_two_sellers(maxsize):
    """Two loaves for two sellers, who may wait for them: who got which."""
    from solution import BoundedQueue

    shelf = BoundedQueue(maxsize)
    got = {}

    def sell(name):
        got[name] = shelf.get()

    sellers = [threading.Thread(name=name, target=sell, args=(name,)) for name in ("Jonas", "Ines")]
    for seller in sellers:
        seller.start()
    shelf.put("rye")
    shelf.put("wheat")
    for seller in sellers:
        seller.join()
    return [got["Jonas"], got["Ines"]]


def bounded_patience(comes_after, patience=5):
    """Jonas waits for a loaf, for so many seconds at most, and Mira brings one: what he got, and at which second."""
    import queue

    from solution import BoundedQueue

    shelf = BoundedQueue(1)
    seen = []

    def sell():
        try:
            got = shelf.get(timeout=patience)
        except queue.Empty:
            got = "Empty"
        seen.extend([got, time.monotonic()])

    jonas = threading.Thread(name="Jonas", target=sell)
    jonas.start()
    time.sleep(comes_after)
    shelf.put("rye")
    jonas.join()
    return seen
