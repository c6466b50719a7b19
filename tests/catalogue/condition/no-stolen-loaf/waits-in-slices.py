# kind = "wrong"
# mistake = "a loop around wait(timeout=10)"
# loses = ["test_sellers_wait_for_a_loaf_without_asking"]
# finding = "polling"

def take_one(shelf, changed):
    with changed:
        while not shelf:
            changed.wait(timeout=10)
        return shelf.pop(0)
