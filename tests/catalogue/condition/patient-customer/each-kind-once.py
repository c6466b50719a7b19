# kind = "wrong"
# mistake = "makes a set of what is wanted: two of the same kind are one"
# loses = ["test_loaves_are_bought_as_they_come"]
# without_finding = "no thread does anything wrong: the customer wants less than she should"

import time


def buy_within(counter, shelf, wanted, patience):
    deadline = time.monotonic() + patience
    bought = []
    with counter:
        for loaf in dict.fromkeys(wanted):
            if not counter.wait_for(lambda loaf=loaf: loaf in shelf, timeout=deadline - time.monotonic()):
                break
            shelf.remove(loaf)
            bought.append(loaf)
    return bought
