# kind = "wrong"
# mistake = "a lock around the run: never two at the same time"
# loses = ["test_it_is_a_race"]
# without_finding = "no execution shows what is possible in none"

import threading


def race(names, run, fire):
    gun = threading.Event()
    track = threading.Lock()

    def runner(name):
        gun.wait()
        with track:
            run(name)

    threads = [threading.Thread(target=runner, args=(name,)) for name in names]
    for thread in threads:
        thread.start()
    fire()
    gun.set()
    for thread in threads:
        thread.join()
