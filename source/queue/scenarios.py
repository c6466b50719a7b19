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
