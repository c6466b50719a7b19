# kind = "wrong"
# mistake = "asks the predicate before it has the lock: a loaf that comes in between is not heard"
# loses = ["test_one_loaf_for_two_customers"]
# without_finding = "every execution comes to its end, and only the specification says that the result is wrong"

import time


def buy_within(counter, shelf, wanted, patience):
    deadline = time.monotonic() + patience
    bought = []
    for loaf in wanted:
        while loaf not in shelf:
            left = deadline - time.monotonic()
            if left <= 0:
                return bought
            with counter:
                counter.wait(timeout=left)
        with counter:
            if loaf in shelf:
                shelf.remove(loaf)
                bought.append(loaf)
    return bought
