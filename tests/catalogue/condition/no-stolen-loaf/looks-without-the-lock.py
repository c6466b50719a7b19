# kind = "wrong"
# mistake = "the shelf is looked at outside the lock"
# loses = [
#     "test_each_seller_takes_a_loaf",
#     "test_all_loaves_at_once",
#     "test_woken_for_nothing",
# ]
# finding = "lost wake-up"

def take_one(shelf, changed):
    while not shelf:
        with changed:
            changed.wait()
    with changed:
        return shelf.pop(0)
