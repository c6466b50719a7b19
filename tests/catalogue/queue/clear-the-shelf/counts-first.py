# kind = "wrong"
# mistake = "takes as many as qsize() said, with get()"
# loses = ["test_two_may_clear_it", "test_any_loaves_and_any_helpers"]
# finding = "deadlock"

def clear_shelf(shelf):
    return [shelf.get() for _ in range(shelf.qsize())]
