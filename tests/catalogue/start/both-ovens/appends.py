# kind = "wrong"
# mistake = "appends the trays as they come"
# loses = [
#     "test_both_trays_arrive",
#     "test_any_tray_is_a_tray",
# ]
# finding = "wrong order"

import threading


def bake_both(rye, cake):
    trays = []
    problems = []

    def work(place, bake):
        try:
            trays.append(bake())
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
