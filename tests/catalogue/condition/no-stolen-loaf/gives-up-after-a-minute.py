# kind = "wrong"
# mistake = "takes after a minute, whether there is a loaf or not"
# loses = ["test_woken_for_nothing"]
# without_finding = "nothing in the execution shows that the time is up too early"

def take_one(shelf, changed):
    with changed:
        changed.wait_for(lambda: shelf, timeout=60)
        return shelf.pop(0) if shelf else None
