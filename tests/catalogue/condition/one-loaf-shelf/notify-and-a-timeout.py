# kind = "wrong"
# mistake = "notify(), and a timeout for those who are not told"
# loses = ["test_nobody_asks_at_the_narrow_shelf"]
# finding = "polling"

def put_loaf(shelf, changed, loaf):
    with changed:
        while shelf:
            changed.wait(timeout=1)
        shelf.append(loaf)
        changed.notify()


def take_loaf(shelf, changed):
    with changed:
        while not shelf:
            changed.wait(timeout=1)
        loaf = shelf.pop()
        changed.notify()
        return loaf
