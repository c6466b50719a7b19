# kind = "wrong"
# mistake = "asks a pool for no threads at all when there are no orders"
# loses = ["test_unusual_orders"]
# finding = "error"

from concurrent.futures import ThreadPoolExecutor


def bake_all(bake, orders):
    with ThreadPoolExecutor(max_workers=len(orders)) as ovens:
        return list(ovens.map(bake, orders))
