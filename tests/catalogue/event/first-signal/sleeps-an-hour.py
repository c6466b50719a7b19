# kind = "wrong"
# mistake = "sleeps instead of waiting, much longer than the baking takes"
# loses = ["test_however_slow_the_baker_is"]
# finding = "item lost"

import time


def bake_and_ring(bake, shelf, bell, problems):
    try:
        shelf.extend(bake())
    except Exception as problem:
        problems.append(problem)
    finally:
        bell.set()


def wait_and_sell(shelf, bell, sell, problems):
    time.sleep(3600)
    try:
        for loaf in shelf:
            sell(loaf)
    except Exception as problem:
        problems.append(problem)
