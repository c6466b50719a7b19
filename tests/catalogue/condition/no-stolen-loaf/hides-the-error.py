# kind = "wrong"
# mistake = "an if, and the IndexError is made a None"
# loses = [
#     "test_each_seller_takes_a_loaf",
#     "test_woken_for_nothing",
# ]
# finding = "stolen wake-up"

def take_one(shelf, changed):
    with changed:
        if not shelf:
            changed.wait()
        try:
            return shelf.pop(0)
        except IndexError:
            return None
