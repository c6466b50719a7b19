# kind = "right"
# variant = "a function that begins again"
# loses = []

def take_one(shelf, changed):
    with changed:
        if shelf:
            return shelf.pop(0)
        changed.wait()
        return take_one(shelf, changed)
