# kind = "wrong"
# mistake = "joins in the start loop, so that one runs after the other"
# loses = ["test_it_is_a_race", "test_three_runners_in_any_order"]
# without_finding = "no execution shows what is possible in none"

import threading


def race(names, run, fire):
    gun = threading.Event()

    def runner(name):
        gun.wait()
        run(name)

    threads = [threading.Thread(target=runner, args=(name,)) for name in names]
    fire()
    gun.set()
    for thread in threads:
        thread.start()
        thread.join()
