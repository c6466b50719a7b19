# kind = "right"
# variant = "notifies before it changes the shelf, under the same lock"
# loses = []

def put_loaf(shelf, changed, loaf):
    with changed:
        while len(shelf) == 1:
            changed.wait()
        changed.notify_all()
        shelf.append(loaf)


def take_loaf(shelf, changed):
    with changed:
        while len(shelf) == 0:
            changed.wait()
        changed.notify_all()
        return shelf.pop()
