# kind = "wrong"
# mistake = "ends at the first loaf that is falsy"
# loses = ["test_a_baker_who_waits_for_room", "test_any_loaves_and_any_helpers"]
# finding = "item lost"

import queue


def clear_shelf(shelf):
    basket = []
    try:
        while loaf := shelf.get_nowait():
            basket.append(loaf)
    except queue.Empty:
        pass
    return basket
