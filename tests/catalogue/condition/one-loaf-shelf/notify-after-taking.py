# kind = "right"
# variant = "notify_all() after putting, notify() after taking, when only bakers can be waiting"
# loses = []

def put_loaf(shelf, changed, loaf):
    with changed:
        while shelf:
            changed.wait()
        shelf.append(loaf)
        changed.notify_all()


def take_loaf(shelf, changed):
    with changed:
        while not shelf:
            changed.wait()
        loaf = shelf.pop()
        changed.notify()
        return loaf
