# kind = "wrong"
# mistake = "asks is_set() once a second"
# loses = ["test_the_seller_does_not_poll"]
# finding = "polling"

import time


def bake_and_ring(bake, shelf, bell, problems):
    try:
        shelf.extend(bake())
    except Exception as problem:
        problems.append(problem)
    finally:
        bell.set()


def wait_and_sell(shelf, bell, sell, problems):
    while not bell.is_set():
        time.sleep(1)
    try:
        for loaf in shelf:
            sell(loaf)
    except Exception as problem:
        problems.append(problem)
