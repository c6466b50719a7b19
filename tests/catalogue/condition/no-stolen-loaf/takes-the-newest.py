# kind = "wrong"
# mistake = "takes the newest loaf"
# loses = [
#     "test_all_loaves_at_once",
#     "test_woken_for_nothing",
# ]
# finding = "wrong order"

def take_one(shelf, changed):
    with changed:
        while not shelf:
            changed.wait()
        return shelf.pop()
