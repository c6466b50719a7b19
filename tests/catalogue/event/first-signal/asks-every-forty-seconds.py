# kind = "wrong"
# mistake = "a loop around wait(timeout=40)"
# loses = ["test_the_seller_does_not_poll"]
# finding = "polling"

def bake_and_ring(bake, shelf, bell, problems):
    try:
        shelf.extend(bake())
    except Exception as problem:
        problems.append(problem)
    finally:
        bell.set()


def wait_and_sell(shelf, bell, sell, problems):
    while not bell.wait(timeout=40):
        pass
    try:
        for loaf in shelf:
            sell(loaf)
    except Exception as problem:
        problems.append(problem)
