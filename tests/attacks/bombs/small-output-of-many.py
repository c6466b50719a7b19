# tries = "prints something else in every schedule, as much as is allowed, so that outcomes pile up"
# exercise = "starting-gun"

import threading


def race(names, run, fire):
    def runner(name):
        for number in range(30):
            print(name * 3000, number)
        run(name)

    fire()
    threads = [threading.Thread(target=runner, args=(name,)) for name in names for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
