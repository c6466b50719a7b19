# kind = "wrong"
# mistake = "puts each loaf at the front of the list"
# loses = ["test_the_basket_has_what_was_on_the_shelf", "test_a_baker_who_waits_for_room"]
# without_finding = "one thread alone is at work, and turns its own list round"

import queue


def clear_shelf(shelf):
    basket = []
    try:
        while True:
            basket.insert(0, shelf.get_nowait())
    except queue.Empty:
        return basket
