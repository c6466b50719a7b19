# kind = "wrong"
# mistake = "copies the loaves and leaves them on the shelf"
# loses = [
#     "test_the_basket_has_what_was_on_the_shelf",
#     "test_two_may_clear_it",
#     "test_a_baker_who_waits_for_room",
#     "test_any_loaves_and_any_helpers",
# ]
# finding = "item lost"

def clear_shelf(shelf):
    return list(shelf.queue)
