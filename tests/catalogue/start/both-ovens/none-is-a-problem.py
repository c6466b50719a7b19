# kind = "wrong"
# mistake = "takes an empty tray for a problem"
# loses = ["test_any_tray_is_a_tray"]
# without_finding = "an exception that was caught is no error to the explorer"

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
        thread.join()
    if not trays[0] or not trays[1]:
        raise problems[0]
    return trays
