# kind = "right"
# variant = "empties the inner list under the lock, and wakes who waits for room"
# loses = []

def clear_shelf(shelf):
    with shelf.mutex:
        basket = list(shelf.queue)
        shelf.queue.clear()
        shelf.not_full.notify_all()
    return basket
