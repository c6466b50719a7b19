# kind = "wrong"
# mistake = "waits well, but takes when the lock is released"
# loses = ["test_each_seller_takes_a_loaf"]
# finding = "error"

def take_one(shelf, changed):
    with changed:
        while not shelf:
            changed.wait()
    return shelf.pop(0)
