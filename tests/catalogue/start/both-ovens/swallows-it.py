# kind = "wrong"
# mistake = "prints the problem, and goes on"
# loses = [
#     "test_the_exception_arrives",
#     "test_two_accidents",
# ]
# without_finding = "an exception that was caught is no error to the explorer"

import threading


def bake_both(rye, cake):
    trays = [None, None]

    def work(place, bake):
        try:
            trays[place] = bake()
        except Exception as problem:
            print(problem)

    threads = [threading.Thread(target=work, args=(place, bake)) for place, bake in enumerate((rye, cake))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return trays
