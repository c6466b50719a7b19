# kind = "right"
# variant = "two executors with one thread each"
# loses = []

from concurrent.futures import ThreadPoolExecutor


def bake_and_pack(orders, bake, pack):
    with ThreadPoolExecutor(1) as oven, ThreadPoolExecutor(1) as table:
        baked = [oven.submit(bake, order) for order in orders]
        packed = [table.submit(lambda loaf=loaf: pack(loaf.result())) for loaf in baked]
        return [loaf.result() for loaf in packed]
