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
