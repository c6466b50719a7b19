def bake_and_ring(bake, shelf, bell, problems):
    pass


def wait_and_sell(shelf, bell, sell, problems):
    pass
