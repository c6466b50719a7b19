# kind = "wrong"
# mistake = "takes as many as qsize() said, with get_nowait(), and does not catch Empty"
# loses = ["test_two_may_clear_it", "test_any_loaves_and_any_helpers"]
# finding = "error"

def clear_shelf(shelf):
    basket = []
    for _ in range(shelf.qsize()):
        basket.append(shelf.get_nowait())
    return basket
