# kind = "wrong"
# mistake = "takes a patience of 0 for no limit"
# loses = ["test_no_patience_at_all"]
# finding = "deadlock"

def customer(bell, patience):
    heard = bell.wait(timeout=patience or None)
    return "bought" if heard else "gave up"
