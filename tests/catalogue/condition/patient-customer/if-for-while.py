# kind = "wrong"
# mistake = "asks the predicate only once after the wait, then takes the loaf"
# loses = ["test_the_customer_leaves_in_time", "test_one_loaf_for_two_customers"]
# without_finding = "every execution comes to its end, and only the specification says that the result is wrong"

import time


def buy_within(counter, shelf, wanted, patience):
    deadline = time.monotonic() + patience
    bought = []
    with counter:
        for loaf in wanted:
            if loaf not in shelf:
                counter.wait(timeout=deadline - time.monotonic())
            if loaf not in shelf:
                return bought
            shelf.remove(loaf)
            bought.append(loaf)
    return bought
