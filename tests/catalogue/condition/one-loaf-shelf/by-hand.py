# kind = "right"
# variant = "acquire and release by hand, and notify for as many as may ever wait"
# loses = []

def put_loaf(shelf, changed, loaf):
    changed.acquire()
    try:
        while shelf:
            changed.wait()
        shelf.append(loaf)
        changed.notify(1_000)
    finally:
        changed.release()


def take_loaf(shelf, changed):
    changed.acquire()
    try:
        while not shelf:
            changed.wait()
        changed.notify(1_000)
        return shelf.pop()
    finally:
        changed.release()
