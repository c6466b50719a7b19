# kind = "right"
# variant = "a helper that fetches one loaf, and an iterator over the wanted ones"
# loses = []

import itertools
import time


def fetch(counter, shelf, loaf, deadline):
    with counter:
        while loaf not in shelf:
            left = deadline - time.monotonic()
            if left <= 0:
                return False
            counter.wait(left)
        shelf.remove(loaf)
        return True


def buy_within(counter, shelf, wanted, patience):
    deadline = time.monotonic() + patience
    return list(itertools.takewhile(lambda loaf: fetch(counter, shelf, loaf, deadline), wanted))
