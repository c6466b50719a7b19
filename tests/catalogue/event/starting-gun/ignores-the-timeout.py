# kind = "wrong"
# mistake = "waits with a timeout and runs in any case"
# loses = ["test_nobody_starts_before_a_late_shot"]
# finding = "ignored timeout"

import threading


def race(names, run, fire):
    gun = threading.Event()

    def runner(name):
        gun.wait(timeout=5)
        run(name)

    threads = [threading.Thread(target=runner, args=(name,)) for name in names]
    for thread in threads:
        thread.start()
    fire()
    gun.set()
    for thread in threads:
        thread.join()
