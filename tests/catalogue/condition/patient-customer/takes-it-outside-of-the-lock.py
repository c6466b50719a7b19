# kind = "wrong"
# mistake = "waits with the lock, but takes the loaf without it"
# loses = ["test_one_loaf_for_two_customers"]
# finding = "error"

import time


def buy_within(counter, shelf, wanted, patience):
    deadline = time.monotonic() + patience
    bought = []
    for loaf in wanted:
        with counter:
            there = counter.wait_for(lambda: loaf in shelf, timeout=deadline - time.monotonic())
        if not there:
            break
        shelf.remove(loaf)
        bought.append(loaf)
    return bought
