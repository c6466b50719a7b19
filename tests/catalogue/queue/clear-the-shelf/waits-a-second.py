# kind = "wrong"
# mistake = "waits a second for one more loaf"
# loses = ["test_clearing_takes_no_time"]
# without_finding = "it ends with the right basket, and only too late"

import queue


def clear_shelf(shelf):
    basket = []
    try:
        while True:
            basket.append(shelf.get(timeout=1))
    except queue.Empty:
        return basket
