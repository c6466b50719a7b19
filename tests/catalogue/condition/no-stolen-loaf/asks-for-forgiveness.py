# kind = "right"
# variant = "takes, and waits where that fails"
# loses = []

def take_one(shelf, changed):
    with changed:
        while True:
            try:
                return shelf.pop(0)
            except IndexError:
                changed.wait()
