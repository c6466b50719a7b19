# kind = "wrong"
# mistake = "sleeps instead of waiting, longer than the shot was seen to take"
# loses = ["test_nobody_starts_before_a_late_shot"]
# finding = "wrong order"

import threading
import time


def race(names, run, fire):
    gun = threading.Event()

    def runner(name):
        time.sleep(60)
        run(name)

    threads = [threading.Thread(target=runner, args=(name,)) for name in names]
    for thread in threads:
        thread.start()
    fire()
    gun.set()
    for thread in threads:
        thread.join()
