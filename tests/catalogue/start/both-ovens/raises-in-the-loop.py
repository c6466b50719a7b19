# kind = "wrong"
# mistake = "raises before the other thread has been joined"
# loses = ["test_nobody_is_left_behind"]
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
        thread.join()
        if problems:
            raise problems[0]
    return trays
