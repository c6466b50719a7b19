# kind = "wrong"
# mistake = "who finds nothing wakes another one, who finds nothing"
# loses = [
#     "test_each_seller_takes_a_loaf",
#     "test_all_loaves_at_once",
# ]
# finding = "endless loop"

def take_one(shelf, changed):
    with changed:
        while not shelf:
            changed.notify()
            changed.wait()
        return shelf.pop(0)
