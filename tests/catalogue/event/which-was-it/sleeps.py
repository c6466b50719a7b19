# kind = "wrong"
# mistake = "sleeps for the whole patience and looks then"
# loses = ["test_the_bell_in_time", "test_a_short_ring_is_heard"]

import time


def customer(bell, patience):
    time.sleep(patience)
    return "bought" if bell.is_set() else "gave up"
