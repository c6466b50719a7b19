# kind = "right"
# variant = "wait_for, which has the loop in it"
# loses = []

def put_loaf(shelf, changed, loaf):
    with changed:
        changed.wait_for(lambda: not shelf)
        shelf.append(loaf)
        changed.notify_all()


def take_loaf(shelf, changed):
    with changed:
        changed.wait_for(lambda: shelf)
        loaf = shelf.pop()
        changed.notify_all()
        return loaf
