# kind = "wrong"
# mistake = "waits on a name that does not exist, and dies unseen"
# loses = [
#     "test_every_loaf_is_sold",
#     "test_a_cold_oven_is_reported",
#     "test_the_seller_does_not_poll",
#     "test_however_slow_the_baker_is",
#     "test_a_burnt_loaf_is_reported",
# ]
# finding = "error"

def bake_and_ring(bake, shelf, bell, problems):
    shelf.extend(bake())
    bell.set()


def wait_and_sell(shelf, bell, sell, problems):
    ready.wait()
    for loaf in shelf:
        sell(loaf)
