# kind = "wrong"
# mistake = "keeps the text of the exception, which cannot be raised"
# loses = [
#     "test_the_exception_arrives",
#     "test_two_accidents",
# ]
# without_finding = "an exception that was caught is no error to the explorer"

import threading


def bake_both(rye, cake):
    trays = [None, None]
    problems = []

    def work(place, bake):
        try:
            trays[place] = bake()
        except Exception as problem:
            problems.append(str(problem))

    threads = [threading.Thread(target=work, args=(place, bake)) for place, bake in enumerate((rye, cake))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if problems:
        raise problems[0]
    return trays
