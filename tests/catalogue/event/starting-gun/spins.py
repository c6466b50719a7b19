# kind = "wrong"
# mistake = "spins on is_set()"
# loses = ["test_runners_do_not_poll"]
# finding = "polling"

import threading


def race(names, run, fire):
    gun = threading.Event()

    def runner(name):
        while not gun.is_set():
            pass
        run(name)

    threads = [threading.Thread(target=runner, args=(name,)) for name in names]
    for thread in threads:
        thread.start()
    fire()
    gun.set()
    for thread in threads:
        thread.join()
