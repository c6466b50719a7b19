# kind = "wrong"
# mistake = "looks once a second until the deadline"
# loses = ["test_loaves_are_bought_as_they_come", "test_the_customer_does_not_look_at_the_clock_all_the_time"]
# finding = "polling"

import time


def buy_within(counter, shelf, wanted, patience):
    deadline = time.monotonic() + patience
    bought = []
    for loaf in wanted:
        while True:
            with counter:
                if loaf in shelf:
                    shelf.remove(loaf)
                    bought.append(loaf)
                    break
            if time.monotonic() >= deadline:
                return bought
            time.sleep(1)
    return bought
