# kind = "wrong"
# mistake = "loops around wait(timeout=10)"
# loses = ["test_nobody_asks_at_the_narrow_shelf"]
# finding = "polling"

def put_loaf(shelf, changed, loaf):
    with changed:
        while shelf:
            changed.wait(timeout=10)
        shelf.append(loaf)
        changed.notify_all()


def take_loaf(shelf, changed):
    with changed:
        while not shelf:
            changed.wait(timeout=10)
        loaf = shelf.pop()
        changed.notify_all()
        return loaf
