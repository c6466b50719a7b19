# kind = "wrong"
# mistake = "waits with a timeout and ignores what wait() returns"
# loses = ["test_every_loaf_is_sold", "test_however_slow_the_baker_is"]
# finding = "ignored timeout"

def bake_and_ring(bake, shelf, bell, problems):
    try:
        shelf.extend(bake())
    except Exception as problem:
        problems.append(problem)
    finally:
        bell.set()


def wait_and_sell(shelf, bell, sell, problems):
    bell.wait(timeout=20)
    try:
        for loaf in shelf:
            sell(loaf)
    except Exception as problem:
        problems.append(problem)
