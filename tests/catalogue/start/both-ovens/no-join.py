# kind = "wrong"
# mistake = "does not wait for the ovens"
# loses = [
#     "test_both_trays_arrive",
#     "test_the_exception_arrives",
#     "test_nobody_is_left_behind",
#     "test_two_accidents",
#     "test_any_tray_is_a_tray",
# ]
# finding = "item lost"

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
    if problems:
        raise problems[0]
    return trays
