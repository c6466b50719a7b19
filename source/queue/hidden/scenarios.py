"""Hidden drivers of the lessons on Queue: the public ones with other times, orders and accidents."""

import queue
import threading
import time

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
