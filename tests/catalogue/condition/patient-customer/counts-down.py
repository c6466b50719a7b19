# kind = "right"
# variant = "a loop of its own, with what is left of the patience"
# loses = []

import time


def buy_within(counter, shelf, wanted, patience):
    bought = []
    deadline = time.monotonic() + patience
    for loaf in wanted:
        with counter:
            left = deadline - time.monotonic()
            while loaf not in shelf and left > 0:
                counter.wait(timeout=left)
                left = deadline - time.monotonic()
            if loaf not in shelf:
                return bought
            shelf.remove(loaf)
            bought.append(loaf)
    return bought
