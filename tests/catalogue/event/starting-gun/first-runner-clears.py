# kind = "wrong"
# mistake = "each runner clears the event after waiting: who comes late waits for ever"
# loses = ["test_race_returns_when_all_are_home", "test_it_is_a_race"]
# finding = "lost wake-up"

import threading


def race(names, run, fire):
    gun = threading.Event()

    def runner(name):
        gun.wait()
        gun.clear()
        run(name)

    threads = [threading.Thread(target=runner, args=(name,)) for name in names]
    for thread in threads:
        thread.start()
    fire()
    gun.set()
    for thread in threads:
        thread.join()
