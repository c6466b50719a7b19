# kind = "wrong"
# mistake = "bakers look for room outside the lock"
# loses = [
#     "test_two_sellers_at_the_narrow_shelf",
#     "test_a_crowd_at_the_narrow_shelf",
#     "test_one_loaf_from_two_bakers",
# ]
# finding = "lost wake-up"

def put_loaf(shelf, changed, loaf):
    while shelf:
        with changed:
            changed.wait()
    with changed:
        shelf.append(loaf)
        changed.notify_all()


def take_loaf(shelf, changed):
    with changed:
        while not shelf:
            changed.wait()
        loaf = shelf.pop()
        changed.notify_all()
        return loaf
