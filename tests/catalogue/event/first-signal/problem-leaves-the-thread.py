# kind = "wrong"
# mistake = "rings in a finally, but lets the exception end the thread"
# loses = ["test_a_cold_oven_is_reported"]
# finding = "error"

def bake_and_ring(bake, shelf, bell, problems):
    try:
        shelf.extend(bake())
    finally:
        bell.set()


def wait_and_sell(shelf, bell, sell, problems):
    bell.wait()
    try:
        for loaf in shelf:
            sell(loaf)
    except Exception as problem:
        problems.append(problem)
