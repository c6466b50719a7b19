# kind = "wrong"
# mistake = "bakes the cake in the caller's thread, whose exception leaves before the join"
# loses = ["test_nobody_is_left_behind"]
# without_finding = "the work is done, but too late for the caller"

import threading


def bake_both(rye, cake):
    trays = [None, None]
    problems = []

    def bake_rye():
        try:
            trays[0] = rye()
        except Exception as problem:
            problems.append(problem)

    thread = threading.Thread(target=bake_rye)
    thread.start()
    trays[1] = cake()
    thread.join()
    if problems:
        raise problems[0]
    return trays
