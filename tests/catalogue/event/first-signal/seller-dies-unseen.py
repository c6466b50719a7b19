# kind = "wrong"
# mistake = "nobody reports what goes wrong in the seller's thread"
# loses = ["test_a_burnt_loaf_is_reported"]
# finding = "error"

def bake_and_ring(bake, shelf, bell, problems):
    try:
        shelf.extend(bake())
    except Exception as problem:
        problems.append(problem)
    finally:
        bell.set()


def wait_and_sell(shelf, bell, sell, problems):
    bell.wait()
    for loaf in shelf:
        sell(loaf)
