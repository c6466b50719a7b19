# kind = "wrong"
# mistake = "sells without waiting for anybody"
# loses = [
#     "test_every_loaf_is_sold",
#     "test_however_slow_the_baker_is",
#     "test_a_burnt_loaf_is_reported",
# ]
# finding = "item lost"

def bake_and_ring(bake, shelf, bell, problems):
    try:
        shelf.extend(bake())
    except Exception as problem:
        problems.append(problem)
    finally:
        bell.set()


def wait_and_sell(shelf, bell, sell, problems):
    try:
        for loaf in shelf:
            sell(loaf)
    except Exception as problem:
        problems.append(problem)
