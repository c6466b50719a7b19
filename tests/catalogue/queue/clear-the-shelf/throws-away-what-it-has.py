# kind = "wrong"
# mistake = "returns an empty list as soon as the shelf is empty"
# loses = [
#     "test_the_basket_has_what_was_on_the_shelf",
#     "test_two_may_clear_it",
#     "test_a_baker_who_waits_for_room",
#     "test_any_loaves_and_any_helpers",
# ]
# finding = "item lost"

import queue


def clear_shelf(shelf):
    basket = []
    try:
        while True:
            basket.append(shelf.get_nowait())
    except queue.Empty:
        basket = []
    return basket
