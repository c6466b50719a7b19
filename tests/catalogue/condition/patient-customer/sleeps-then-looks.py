# kind = "wrong"
# mistake = "sleeps for the whole patience, then looks"
# loses = ["test_loaves_are_bought_as_they_come"]
# without_finding = "every execution comes to its end, and only the specification says that the result is wrong"

import time


def buy_within(counter, shelf, wanted, patience):
    time.sleep(patience)
    bought = []
    with counter:
        for loaf in wanted:
            if loaf not in shelf:
                break
            shelf.remove(loaf)
            bought.append(loaf)
    return bought
