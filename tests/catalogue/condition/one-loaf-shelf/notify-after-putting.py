# kind = "right"
# variant = "notify_all() after taking, notify() after putting, when only sellers can be waiting"
# loses = []

def put_loaf(shelf, changed, loaf):
    with changed:
        while shelf:
            changed.wait()
        shelf.append(loaf)
        changed.notify()


def take_loaf(shelf, changed):
    with changed:
        while not shelf:
            changed.wait()
        loaf = shelf.pop()
        changed.notify_all()
        return loaf
