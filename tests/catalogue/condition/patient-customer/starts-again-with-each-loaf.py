# kind = "wrong"
# mistake = "a deadline for each loaf, not one for all"
# loses = ["test_one_patience_for_all_loaves"]
# without_finding = "every execution comes to its end, and only the specification says that the result is wrong"

def buy_within(counter, shelf, wanted, patience):
    bought = []
    with counter:
        for loaf in wanted:
            if not counter.wait_for(lambda: loaf in shelf, timeout=patience):
                break
            shelf.remove(loaf)
            bought.append(loaf)
    return bought
