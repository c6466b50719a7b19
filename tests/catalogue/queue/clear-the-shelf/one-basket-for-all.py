# kind = "wrong"
# mistake = "all the calls fill the same list"
# loses = ["test_two_may_clear_it", "test_any_loaves_and_any_helpers"]
# finding = "item lost"

import queue


def clear_shelf(shelf, basket=[]):
    while True:
        try:
            basket.append(shelf.get_nowait())
        except queue.Empty:
            return basket
