# kind = "wrong"
# mistake = "an if for the while of the sellers"
# loses = [
#     "test_two_sellers_at_the_narrow_shelf",
#     "test_a_crowd_at_the_narrow_shelf",
# ]
# finding = "stolen wake-up"

def put_loaf(shelf, changed, loaf):
    with changed:
        while shelf:
            changed.wait()
        shelf.append(loaf)
        changed.notify_all()


def take_loaf(shelf, changed):
    with changed:
        if not shelf:
            changed.wait()
        loaf = shelf.pop()
        changed.notify_all()
        return loaf
