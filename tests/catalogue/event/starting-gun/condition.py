# kind = "right"
# variant = "a Condition and a flag"
# loses = []

import threading


def race(names, run, fire):
    gun = threading.Condition()
    fired = False

    def runner(name):
        with gun:
            gun.wait_for(lambda: fired)
        run(name)

    threads = [threading.Thread(target=runner, args=(name,)) for name in names]
    for thread in threads:
        thread.start()
    fire()
    with gun:
        fired = True
        gun.notify_all()
    for thread in threads:
        thread.join()
