# kind = "wrong"
# mistake = "puts a sentinel on the shelf, where there may be no room for it"
# loses = ["test_a_baker_who_waits_for_room"]
# finding = "deadlock"

OVER = object()


def clear_shelf(shelf):
    shelf.put(OVER)
    return list(iter(shelf.get, OVER))
