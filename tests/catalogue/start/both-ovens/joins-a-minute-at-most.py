# kind = "wrong"
# mistake = "waits for half a minute at most"
# loses = [
#     "test_nobody_is_left_behind",
#     "test_any_tray_is_a_tray",
# ]
# without_finding = "the work is done, but too late for the caller"

import threading


def bake_both(rye, cake):
    trays = [None, None]
    problems = []

    def work(place, bake):
        try:
            trays[place] = bake()
        except Exception as problem:
            problems.append(problem)

    threads = [threading.Thread(target=work, args=(place, bake)) for place, bake in enumerate((rye, cake))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=15)
    if problems:
        raise problems[0]
    return trays
