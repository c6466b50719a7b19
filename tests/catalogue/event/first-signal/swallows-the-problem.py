# kind = "wrong"
# mistake = "catches the exception of bake() and tells nobody"
# loses = ["test_a_cold_oven_is_reported"]
# without_finding = "an exception that was caught is no error to the explorer"

def bake_and_ring(bake, shelf, bell, problems):
    try:
        shelf.extend(bake())
    except Exception:
        pass
    finally:
        bell.set()


def wait_and_sell(shelf, bell, sell, problems):
    bell.wait()
    try:
        for loaf in shelf:
            sell(loaf)
    except Exception as problem:
        problems.append(problem)
