# kind = "wrong"
# mistake = "waits until all loaves lie there at once"
# loses = ["test_loaves_are_bought_as_they_come", "test_one_patience_for_all_loaves"]
# finding = "error"

def buy_within(counter, shelf, wanted, patience):
    with counter:
        if not counter.wait_for(lambda: all(loaf in shelf for loaf in wanted), timeout=patience):
            return []
        for loaf in wanted:
            shelf.remove(loaf)
    return list(wanted)
