# kind = "right"
# variant = "acquire and release by hand"
# loses = []

def take_one(shelf, changed):
    changed.acquire()
    try:
        while len(shelf) == 0:
            changed.wait()
        loaf = shelf[0]
        del shelf[0]
    finally:
        changed.release()
    return loaf
