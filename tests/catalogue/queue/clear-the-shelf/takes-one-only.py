# kind = "wrong"
# mistake = "takes one loaf only"
# loses = ["test_the_basket_has_what_was_on_the_shelf", "test_a_baker_who_waits_for_room"]
# without_finding = "the other loaves are still there, as one thread left them"

import queue


def clear_shelf(shelf):
    try:
        return [shelf.get_nowait()]
    except queue.Empty:
        return []
