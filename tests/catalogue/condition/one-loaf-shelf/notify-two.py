# kind = "wrong"
# mistake = "notify(2), for one baker and one seller"
# loses = ["test_a_crowd_at_the_narrow_shelf"]
# finding = "notify for notify_all"

def put_loaf(shelf, changed, loaf):
    with changed:
        while shelf:
            changed.wait()
        shelf.append(loaf)
        changed.notify(2)


def take_loaf(shelf, changed):
    with changed:
        while not shelf:
            changed.wait()
        loaf = shelf.pop()
        changed.notify(2)
        return loaf
