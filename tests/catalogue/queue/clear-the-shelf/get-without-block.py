# kind = "right"
# variant = "get(block=False), and the loop inside of the try"
# loses = []

import queue


def clear_shelf(shelf):
    basket = []
    try:
        while True:
            basket.append(shelf.get(block=False))
    except queue.Empty:
        return basket
