# kind = "wrong"
# mistake = "asks empty() before each get()"
# loses = ["test_two_may_clear_it", "test_any_loaves_and_any_helpers"]
# finding = "check-then-act"

def clear_shelf(shelf):
    basket = []
    while not shelf.empty():
        basket.append(shelf.get())
    return basket
