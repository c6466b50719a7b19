# kind = "wrong"
# mistake = "looks at the shelf once a second, by a wait with a timeout"
# loses = ["test_sellers_wait_for_a_loaf_without_asking"]
# finding = "polling"

def take_one(shelf, changed):
    with changed:
        while not shelf:
            changed.wait(timeout=1)
        return shelf.pop(0)
