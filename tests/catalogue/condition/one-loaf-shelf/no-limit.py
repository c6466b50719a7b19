# kind = "wrong"
# mistake = "bakers do not wait for room"
# loses = [
#     "test_never_two_loaves_on_the_narrow_shelf",
#     "test_one_loaf_from_two_bakers",
# ]
# without_finding = "nobody waits for the wrong thing; it is too few who wait"

def put_loaf(shelf, changed, loaf):
    with changed:
        shelf.append(loaf)
        changed.notify_all()


def take_loaf(shelf, changed):
    with changed:
        while not shelf:
            changed.wait()
        return shelf.pop(0)
