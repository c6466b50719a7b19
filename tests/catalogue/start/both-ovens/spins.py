# kind = "wrong"
# mistake = "asks again and again whether both have ended, for a limited number of times"
# loses = [
#     "test_both_trays_arrive",
#     "test_the_exception_arrives",
#     "test_nobody_is_left_behind",
#     "test_both_work_at_the_same_time",
#     "test_two_accidents",
#     "test_any_tray_is_a_tray",
# ]

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
    for _ in range(1000):
        if not any(thread.is_alive() for thread in threads):
            break
    if problems:
        raise problems[0]
    return trays
