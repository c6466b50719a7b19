# kind = "wrong"
# mistake = "the join has a timeout, and a run may take longer"
# loses = ["test_race_returns_when_all_are_home"]
# finding = "wrong order"

import threading


def race(names, run, fire):
    gun = threading.Event()

    def runner(name):
        gun.wait()
        run(name)

    threads = [threading.Thread(target=runner, args=(name,)) for name in names]
    for thread in threads:
        thread.start()
    fire()
    gun.set()
    for thread in threads:
        thread.join(timeout=100)
