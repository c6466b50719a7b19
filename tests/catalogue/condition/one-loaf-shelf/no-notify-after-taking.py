# kind = "wrong"
# mistake = "nobody is told that a loaf was taken"
# loses = [
#     "test_two_sellers_at_the_narrow_shelf",
#     "test_never_two_loaves_on_the_narrow_shelf",
#     "test_nobody_asks_at_the_narrow_shelf",
#     "test_two_bakers_at_the_narrow_shelf",
#     "test_a_crowd_at_the_narrow_shelf",
#     "test_one_loaf_from_two_bakers",
# ]
# finding = "forgotten notify"

def put_loaf(shelf, changed, loaf):
    with changed:
        while shelf:
            changed.wait()
        shelf.append(loaf)
        changed.notify_all()


def take_loaf(shelf, changed):
    with changed:
        while not shelf:
            changed.wait()
        return shelf.pop()
