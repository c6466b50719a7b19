# kind = "wrong"
# mistake = "has two ovens only, however many orders there are"
# loses = ["test_three_ovens_at_once"]

from concurrent.futures import ThreadPoolExecutor


def bake_all(bake, orders):
    with ThreadPoolExecutor(max_workers=2) as ovens:
        return list(ovens.map(bake, orders))
