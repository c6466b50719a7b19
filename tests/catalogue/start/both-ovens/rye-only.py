# kind = "wrong"
# mistake = "looks for the exception of the rye only"
# loses = [
#     "test_the_exception_arrives",
#     "test_two_accidents",
# ]
# finding = "error"

import threading


def bake_both(rye, cake):
    trays = {}
    problems = []

    def bake_rye():
        try:
            trays["rye"] = rye()
        except Exception as problem:
            problems.append(problem)

    def bake_cake():
        trays["cake"] = cake()

    threads = [threading.Thread(target=bake_rye), threading.Thread(target=bake_cake)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if problems:
        raise problems[0]
    return [trays["rye"], trays["cake"]]
