# kind = "wrong"
# mistake = "waits without a timeout"
# loses = ["test_the_customer_leaves_in_time", "test_one_patience_for_all_loaves", "test_the_last_look", "test_one_loaf_for_two_customers"]
# finding = "deadlock"

def buy_within(counter, shelf, wanted, patience):
    bought = []
    with counter:
        for loaf in wanted:
            counter.wait_for(lambda: loaf in shelf)
            shelf.remove(loaf)
            bought.append(loaf)
    return bought
