# kind = "wrong"
# mistake = "has two ovens only, however many orders there are"
# loses = ["test_three_ovens_at_once"]
# without_finding = "it is slower than it has to be, and nothing else"

from concurrent.futures import ThreadPoolExecutor


def bake_all(bake, orders):
    with ThreadPoolExecutor(max_workers=2) as ovens:
        return list(ovens.map(bake, orders))
