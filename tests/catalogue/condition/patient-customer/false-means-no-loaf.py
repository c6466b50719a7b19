# kind = "wrong"
# mistake = "goes home when wait returns False, without a last look"
# loses = ["test_the_last_look"]
# without_finding = "every execution comes to its end, and only the specification says that the result is wrong"

import time


def buy_within(counter, shelf, wanted, patience):
    deadline = time.monotonic() + patience
    bought = []
    with counter:
        for loaf in wanted:
            while loaf not in shelf:
                if not counter.wait(timeout=deadline - time.monotonic()):
                    return bought
            shelf.remove(loaf)
            bought.append(loaf)
    return bought
