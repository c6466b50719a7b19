# kind = "wrong"
# mistake = "catches only the kind of exception that the lesson showed"
# loses = ["test_a_cold_oven_is_reported", "test_a_burnt_loaf_is_reported"]
# finding = "error"


def bake_and_ring(bake, shelf, bell, problems):
    try:
        shelf.extend(bake())
    except RuntimeError as problem:
        problems.append(problem)
    finally:
        bell.set()


def wait_and_sell(shelf, bell, sell, problems):
    bell.wait()
    try:
        for loaf in shelf:
            sell(loaf)
    except ValueError as problem:
        problems.append(problem)
