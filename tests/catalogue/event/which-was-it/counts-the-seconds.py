# kind = "wrong"
# mistake = "asks is_set() once a second in a for loop: hears the bell late, or not at all"
# loses = ["test_the_bell_in_time", "test_the_customer_does_not_poll", "test_a_short_ring_is_heard"]
# finding = "polling"

import time


def customer(bell, patience):
    for _ in range(patience):
        if bell.is_set():
            return "bought"
        time.sleep(1)
    return "bought" if bell.is_set() else "gave up"
