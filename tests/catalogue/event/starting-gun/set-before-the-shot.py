# kind = "wrong"
# mistake = "sets the event before the shot"
# loses = [
#     "test_nobody_starts_before_the_shot",
#     "test_nobody_starts_before_a_late_shot",
#     "test_three_runners_in_any_order",
# ]
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
    gun.set()
    fire()
    for thread in threads:
        thread.join()
