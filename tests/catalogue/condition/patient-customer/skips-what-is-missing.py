# kind = "wrong"
# mistake = "goes on with the next loaf when the time is up"
# loses = ["test_the_last_look"]
# without_finding = "every execution comes to its end, and only the specification says that the result is wrong"

import time


def buy_within(counter, shelf, wanted, patience):
    deadline = time.monotonic() + patience
    bought = []
    with counter:
        for loaf in wanted:
            if counter.wait_for(lambda: loaf in shelf, timeout=deadline - time.monotonic()):
                shelf.remove(loaf)
                bought.append(loaf)
    return bought
