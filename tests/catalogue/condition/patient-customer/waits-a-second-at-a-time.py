# kind = "wrong"
# mistake = "waits for one second, again and again"
# loses = ["test_the_customer_does_not_look_at_the_clock_all_the_time"]
# finding = "polling"

import time


def buy_within(counter, shelf, wanted, patience):
    deadline = time.monotonic() + patience
    bought = []
    with counter:
        for loaf in wanted:
            while loaf not in shelf:
                if time.monotonic() >= deadline:
                    return bought
                counter.wait(timeout=1)
            shelf.remove(loaf)
            bought.append(loaf)
    return bought
