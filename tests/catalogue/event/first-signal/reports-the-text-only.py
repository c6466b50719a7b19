# kind = "wrong"
# mistake = "puts the text of the exception into problems, and not the exception"
# loses = ["test_a_cold_oven_is_reported", "test_a_burnt_loaf_is_reported"]
# without_finding = "the problem is reported, but not as it was"


def bake_and_ring(bake, shelf, bell, problems):
    try:
        shelf.extend(bake())
    except Exception as problem:
        problems.append(str(problem))
    finally:
        bell.set()


def wait_and_sell(shelf, bell, sell, problems):
    bell.wait()
    try:
        for loaf in shelf:
            sell(loaf)
    except Exception as problem:
        problems.append(str(problem))
