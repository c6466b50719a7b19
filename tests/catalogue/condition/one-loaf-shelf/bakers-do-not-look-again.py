# kind = "wrong"
# mistake = "an if for the while of the bakers"
# loses = ["test_one_loaf_from_two_bakers"]
# finding = "stolen wake-up"

def put_loaf(shelf, changed, loaf):
    with changed:
        if shelf:
            changed.wait()
        shelf.append(loaf)
        changed.notify_all()


def take_loaf(shelf, changed):
    with changed:
        while not shelf:
            changed.wait()
        loaf = shelf.pop()
        changed.notify_all()
        return loaf
