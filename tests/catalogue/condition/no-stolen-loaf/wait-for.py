# kind = "right"
# variant = "wait_for, which has the loop in it"
# loses = []

def take_one(shelf, changed):
    with changed:
        changed.wait_for(lambda: shelf)
        return shelf.pop(0)
