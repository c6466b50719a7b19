# tries = "changes what threads share by functions of C, so that the explorer sees no data that is shared"
# exercise = "starting-gun"
# honest = "spins"

import operator
import threading


def race(names, run, fire):
    state = {"go": 0}

    def runner(name):
        while not operator.getitem(state, "go"):
            pass
        run(name)

    threads = [threading.Thread(target=runner, args=(name,)) for name in names]
    for thread in threads:
        thread.start()
    fire()
    operator.setitem(state, "go", 1)
    dict.update(state, go=1)
    for thread in threads:
        thread.join()
