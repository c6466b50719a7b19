# tries = "does another thing each time once it has failed, so that a person has to look and the failure is not told"
# exercise = "first-signal"


def bake_and_ring(bake, shelf, bell, problems):
    shelf.extend(bake())
    if hash(object()) // 16 % 2:
        problems.append(ValueError("a coin"))
    bell.set()


def wait_and_sell(shelf, bell, sell, problems):
    for loaf in shelf:
        sell(loaf)
