# kind = "right"
# variant = "loaf by loaf, takes each from the shelf, and stops at the first problem"
# loses = []

def bake_and_ring(bake, shelf, bell, problems):
    try:
        loaves = bake()
    except Exception as problem:
        problems.append(problem)
        bell.set()
        return
    for loaf in loaves:
        shelf.append(loaf)
    bell.set()


def wait_and_sell(shelf, bell, sell, problems):
    rung = bell.wait()
    while rung and shelf:
        loaf = shelf.pop(0)
        try:
            sell(loaf)
        except Exception as problem:
            problems.append(problem)
            break
