# kind = "wrong"
# mistake = "catches the wrong exception"
# loses = [
#     "test_the_basket_has_what_was_on_the_shelf",
#     "test_two_may_clear_it",
#     "test_clearing_takes_no_time",
#     "test_a_baker_who_waits_for_room",
#     "test_any_loaves_and_any_helpers",
# ]
# finding = "error"

import queue


def clear_shelf(shelf):
    basket = []
    while True:
        try:
            basket.append(shelf.get_nowait())
        except queue.Full:
            return basket
