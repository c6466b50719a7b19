# kind = "wrong"
# mistake = "notify() in both, as it was given out"
# loses = [
#     "test_two_sellers_at_the_narrow_shelf",
#     "test_two_bakers_at_the_narrow_shelf",
#     "test_a_crowd_at_the_narrow_shelf",
# ]
# finding = "notify for notify_all"

def put_loaf(shelf, changed, loaf):
    with changed:
        while shelf:
            changed.wait()
        shelf.append(loaf)
        changed.notify()


def take_loaf(shelf, changed):
    with changed:
        while not shelf:
            changed.wait()
        loaf = shelf.pop()
        changed.notify()
        return loaf
