# kind = "wrong"
# mistake = "looks a second time, but not a third time"
# loses = ["test_woken_for_nothing"]
# finding = "error"

def take_one(shelf, changed):
    with changed:
        if not shelf:
            changed.wait()
        if not shelf:
            changed.wait()
        return shelf.pop(0)
