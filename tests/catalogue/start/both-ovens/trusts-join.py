# kind = "wrong"
# mistake = "trusts join() to raise what ended the thread"
# loses = [
#     "test_the_exception_arrives",
#     "test_two_accidents",
# ]
# finding = "error"

import threading


def bake_both(rye, cake):
    trays = [None, None]

    def work(place, bake):
        trays[place] = bake()

    threads = [threading.Thread(target=work, args=(place, bake)) for place, bake in enumerate((rye, cake))]
    for thread in threads:
        thread.start()
    problem = None
    for thread in threads:
        try:
            thread.join()
        except Exception as caught:
            problem = caught
    if problem:
        raise problem
    return trays
