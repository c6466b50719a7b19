# kind = "wrong"
# mistake = "sleeps for the whole patience, with the lock of the counter"
# loses = ["test_loaves_are_bought_as_they_come", "test_one_patience_for_all_loaves", "test_the_last_look", "test_one_loaf_for_two_customers"]
# without_finding = "every execution comes to its end, and only the specification says that the result is wrong"

import time


def buy_within(counter, shelf, wanted, patience):
    with counter:
        time.sleep(patience)
        bought = []
        for loaf in wanted:
            if loaf not in shelf:
                break
            shelf.remove(loaf)
            bought.append(loaf)
    return bought
