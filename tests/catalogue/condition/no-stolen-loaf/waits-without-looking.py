# kind = "wrong"
# mistake = "waits even if there is a loaf"
# loses = [
#     "test_each_seller_takes_a_loaf",
#     "test_all_loaves_at_once",
#     "test_woken_for_nothing",
# ]
# finding = "lost wake-up"

def take_one(shelf, changed):
    with changed:
        changed.wait()
        while not shelf:
            changed.wait()
        return shelf.pop(0)
