# kind = "wrong"
# mistake = "calls run(), so no thread is ever made"
# loses = ["test_both_work_at_the_same_time"]
# without_finding = "it is slower than it has to be, and nothing else"

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
        thread.run()
    if problems:
        raise problems[0]
    return trays
