# kind = "right"
# variant = "a pool: result() raises what the function raised"
# loses = []

from concurrent.futures import ThreadPoolExecutor


def bake_both(rye, cake):
    with ThreadPoolExecutor(max_workers=2) as ovens:
        trays = [ovens.submit(rye), ovens.submit(cake)]
    return [tray.result() for tray in trays]
