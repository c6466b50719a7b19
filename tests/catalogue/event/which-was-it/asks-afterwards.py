# kind = "wrong"
# mistake = "asks is_set() after the wait, when the answer may have changed"
# loses = ["test_a_short_ring_is_heard"]
# without_finding = "the threads do as they should, and the answer is the wrong one"

def customer(bell, patience):
    bell.wait(timeout=patience)
    return "bought" if bell.is_set() else "gave up"
