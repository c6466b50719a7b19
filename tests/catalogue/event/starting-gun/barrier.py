# kind = "right"
# variant = "a Barrier: the shot opens it for all"
# loses = []

import threading


def race(names, run, fire):
    gun = threading.Barrier(len(names) + 1)

    def runner(name):
        gun.wait()
        run(name)

    threads = [threading.Thread(target=runner, args=(name,)) for name in names]
    for thread in threads:
        thread.start()
    fire()
    gun.wait()
    for thread in threads:
        thread.join()
