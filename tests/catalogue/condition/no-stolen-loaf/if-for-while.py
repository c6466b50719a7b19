# kind = "wrong"
# mistake = "an if for the while"
# loses = [
#     "test_each_seller_takes_a_loaf",
#     "test_woken_for_nothing",
# ]
# finding = "stolen wake-up"

def take_one(shelf, changed):
    with changed:
        if not shelf:
            changed.wait()
        return shelf.pop(0)
