# kind = "wrong"
# mistake = "puts after a minute, whether there is room or not"
# loses = ["test_one_loaf_from_two_bakers"]
# without_finding = "nothing in the execution shows that the time is up too early"

def put_loaf(shelf, changed, loaf):
    with changed:
        changed.wait_for(lambda: not shelf, timeout=60)
        shelf.append(loaf)
        changed.notify_all()


def take_loaf(shelf, changed):
    with changed:
        changed.wait_for(lambda: shelf)
        loaf = shelf.pop(0)
        changed.notify_all()
        return loaf
