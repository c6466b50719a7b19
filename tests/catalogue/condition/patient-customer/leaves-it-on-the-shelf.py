# kind = "wrong"
# mistake = "the loaf is bought, and stays on the shelf"
# loses = ["test_loaves_are_bought_as_they_come", "test_one_patience_for_all_loaves", "test_the_last_look", "test_one_loaf_for_two_customers"]
# without_finding = "every execution comes to its end, and only the specification says that the result is wrong"

import time


def buy_within(counter, shelf, wanted, patience):
    deadline = time.monotonic() + patience
    bought = []
    with counter:
        for loaf in wanted:
            if not counter.wait_for(lambda: loaf in shelf, timeout=deadline - time.monotonic()):
                break
            bought.append(loaf)
    return bought
