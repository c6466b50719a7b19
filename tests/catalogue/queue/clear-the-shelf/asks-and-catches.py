# kind = "right"
# variant = "asks empty() first, but is ready for an answer that is out of date"
# loses = []

import queue


def clear_shelf(shelf):
    basket = []
    while not shelf.empty():
        try:
            basket.append(shelf.get_nowait())
        except queue.Empty:
            break
    return basket
