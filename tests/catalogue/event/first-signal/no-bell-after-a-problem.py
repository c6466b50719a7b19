# kind = "wrong"
# mistake = "rings only if baking went well, and strands the seller"
# loses = ["test_a_cold_oven_is_reported"]
# finding = "deadlock"

def bake_and_ring(bake, shelf, bell, problems):
    try:
        shelf.extend(bake())
        bell.set()
    except Exception as problem:
        problems.append(problem)


def wait_and_sell(shelf, bell, sell, problems):
    bell.wait()
    try:
        for loaf in shelf:
            sell(loaf)
    except Exception as problem:
        problems.append(problem)
