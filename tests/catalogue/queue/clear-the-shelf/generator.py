# kind = "right"
# variant = "a generator, with a timeout that is ignored"
# loses = []

import queue


def clear_shelf(shelf):
    return list(taken(shelf))


def taken(shelf):
    while True:
        try:
            loaf = shelf.get(False, 10)
        except queue.Empty:
            return
        yield loaf
