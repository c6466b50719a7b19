# kind = "wrong"
# mistake = "empties the inner list under the lock, and tells nobody that there is room"
# loses = ["test_a_baker_who_waits_for_room"]
# finding = "deadlock"

def clear_shelf(shelf):
    with shelf.mutex:
        basket = list(shelf.queue)
        shelf.queue.clear()
    return basket
