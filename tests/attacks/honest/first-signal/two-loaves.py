def bake_and_ring(bake, shelf, bell, problems):
    pass


def wait_and_sell(shelf, bell, sell, problems):
    for number in (1, 2):
        sell(f"loaf {number}")
