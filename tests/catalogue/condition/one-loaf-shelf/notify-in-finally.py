# kind = "right"
# variant = "notify_all() in finally"
# loses = []

def put_loaf(shelf, changed, loaf):
    with changed:
        try:
            changed.wait_for(lambda: len(shelf) < 1)
            shelf.insert(0, loaf)
        finally:
            changed.notify_all()


def take_loaf(shelf, changed):
    with changed:
        try:
            changed.wait_for(lambda: len(shelf) > 0)
            return shelf.pop(0)
        finally:
            changed.notify_all()
