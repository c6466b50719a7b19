# kind = "right"
# variant = "a pool with an oven for each order keeps them in order"
# loses = []

from concurrent.futures import ThreadPoolExecutor


def bake_all(bake, orders):
    with ThreadPoolExecutor(max_workers=len(orders) or 1) as ovens:
        return list(ovens.map(bake, orders))
