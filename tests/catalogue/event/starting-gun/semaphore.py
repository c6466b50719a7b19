# kind = "right"
# variant = "a Semaphore: one permit for each runner"
# loses = []

import threading


def race(names, run, fire):
    gun = threading.Semaphore(0)

    def runner(name):
        gun.acquire()
        run(name)

    threads = [threading.Thread(target=runner, args=(name,)) for name in names]
    for thread in threads:
        thread.start()
    fire()
    gun.release(len(names))
    for thread in threads:
        thread.join()
