# kind = "wrong"
# mistake = "sleeps for the whole patience and looks then"
# loses = ["test_the_bell_in_time", "test_a_short_ring_is_heard"]
# without_finding = "the threads do as they should, and the answer is the wrong one"

import time


def customer(bell, patience):
    time.sleep(patience)
    return "bought" if bell.is_set() else "gave up"
