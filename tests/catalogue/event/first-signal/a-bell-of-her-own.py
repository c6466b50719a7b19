# kind = "wrong"
# mistake = "rings a bell that nobody listens to: a new Event"
# loses = [
#     "test_every_loaf_is_sold",
#     "test_a_cold_oven_is_reported",
#     "test_the_seller_does_not_poll",
#     "test_however_slow_the_baker_is",
#     "test_a_burnt_loaf_is_reported",
# ]
# finding = "deadlock"

import threading


def bake_and_ring(bake, shelf, bell, problems):
    bell = threading.Event()
    try:
        shelf.extend(bake())
    except Exception as problem:
        problems.append(problem)
    finally:
        bell.set()


def wait_and_sell(shelf, bell, sell, problems):
    bell.wait()
    try:
        for loaf in shelf:
            sell(loaf)
    except Exception as problem:
        problems.append(problem)
