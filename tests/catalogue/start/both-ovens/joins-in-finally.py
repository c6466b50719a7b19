# kind = "right"
# variant = "raises in the loop, but joins both in any case"
# loses = []

import threading


def bake_both(rye, cake):
    results = {}

    def work(name, bake):
        try:
            results[name] = ("tray", bake())
        except BaseException as problem:
            results[name] = ("problem", problem)

    first = threading.Thread(target=work, args=("rye", rye))
    second = threading.Thread(target=work, args=("cake", cake))
    first.start()
    second.start()
    try:
        first.join()
        if results["rye"][0] == "problem":
            raise results["rye"][1]
    finally:
        second.join()
    if results["cake"][0] == "problem":
        raise results["cake"][1]
    return [results["rye"][1], results["cake"][1]]
