# kind = "right"
# variant = "takes at most as many as there were, and is ready for fewer"
# loses = []

from queue import Empty


def clear_shelf(shelf):
    basket = []
    for _ in range(shelf.qsize()):
        try:
            basket.append(shelf.get(block=False))
        except Empty:
            break
    return basket
