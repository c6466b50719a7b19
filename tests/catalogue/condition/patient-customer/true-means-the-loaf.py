# kind = "wrong"
# mistake = "what wait returns is taken for the predicate"
# loses = ["test_the_customer_leaves_in_time", "test_the_last_look", "test_one_loaf_for_two_customers"]
# finding = "error"

import time


def buy_within(counter, shelf, wanted, patience):
    deadline = time.monotonic() + patience
    bought = []
    with counter:
        for loaf in wanted:
            if loaf not in shelf and not counter.wait(timeout=deadline - time.monotonic()):
                break
            shelf.remove(loaf)
            bought.append(loaf)
    return bought
