# kind = "wrong"
# mistake = "waits until all loaves lie there at once"
# loses = ["test_one_patience_for_all_loaves"]
# without_finding = "every execution comes to its end, and only the specification says that the result is wrong"

def buy_within(counter, shelf, wanted, patience):
    with counter:
        if not counter.wait_for(lambda: all(loaf in shelf for loaf in wanted), timeout=patience):
            return []
        for loaf in wanted:
            shelf.remove(loaf)
    return list(wanted)
