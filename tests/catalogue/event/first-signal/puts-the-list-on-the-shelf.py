# kind = "wrong"
# mistake = "puts the whole list on the shelf as if it were one loaf"
# loses = [
#     "test_every_loaf_is_sold",
#     "test_however_slow_the_baker_is",
#     "test_a_burnt_loaf_is_reported",
# ]
# without_finding = "the loaves are sold, but all as one"

def bake_and_ring(bake, shelf, bell, problems):
    try:
        shelf.append(bake())
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
