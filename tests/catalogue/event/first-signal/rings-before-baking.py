# kind = "wrong"
# mistake = "rings the bell before the work is done"
# loses = [
#     "test_every_loaf_is_sold",
#     "test_however_slow_the_baker_is",
#     "test_a_burnt_loaf_is_reported",
# ]
# finding = "item lost"

def bake_and_ring(bake, shelf, bell, problems):
    bell.set()
    try:
        shelf.extend(bake())
    except Exception as problem:
        problems.append(problem)


def wait_and_sell(shelf, bell, sell, problems):
    bell.wait()
    try:
        for loaf in shelf:
            sell(loaf)
    except Exception as problem:
        problems.append(problem)
