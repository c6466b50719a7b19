# kind = "wrong"
# mistake = "waits in a loop that nothing ends: the bell stays set"
# loses = [
#     "test_every_loaf_is_sold",
#     "test_a_cold_oven_is_reported",
#     "test_the_seller_does_not_poll",
#     "test_however_slow_the_baker_is",
#     "test_a_burnt_loaf_is_reported",
# ]
# finding = "endless loop"

def bake_and_ring(bake, shelf, bell, problems):
    try:
        shelf.extend(bake())
    except Exception as problem:
        problems.append(problem)
    finally:
        bell.set()


def wait_and_sell(shelf, bell, sell, problems):
    while True:
        bell.wait()
        try:
            while shelf:
                sell(shelf.pop(0))
        except Exception as problem:
            problems.append(problem)
