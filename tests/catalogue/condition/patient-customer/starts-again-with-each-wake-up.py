# kind = "wrong"
# mistake = "the timeout begins anew with each wake-up"
# loses = ["test_the_customer_leaves_in_time", "test_one_patience_for_all_loaves", "test_the_last_look"]
# without_finding = "every execution comes to its end, and only the specification says that the result is wrong"

def buy_within(counter, shelf, wanted, patience):
    bought = []
    with counter:
        for loaf in wanted:
            while loaf not in shelf:
                if not counter.wait(timeout=patience):
                    return bought
            shelf.remove(loaf)
            bought.append(loaf)
    return bought
