# kind = "wrong"
# mistake = "copies the loaves, and takes them away in a second step"
# loses = ["test_two_may_clear_it", "test_any_loaves_and_any_helpers"]
# finding = "item lost"

import queue


def clear_shelf(shelf):
    basket = list(shelf.queue)
    for _ in basket:
        try:
            shelf.get_nowait()
        except queue.Empty:
            break
    return basket
