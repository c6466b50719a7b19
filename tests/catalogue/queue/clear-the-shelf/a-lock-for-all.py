# kind = "right"
# variant = "one lock lets one clear after the other"
# loses = []

import threading

one_at_a_time = threading.Lock()


def clear_shelf(shelf):
    with one_at_a_time:
        return [shelf.get_nowait() for _ in range(shelf.qsize())]
