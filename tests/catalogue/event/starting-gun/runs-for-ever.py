# kind = "wrong"
# mistake = "runs again and again: the event stays set"
# loses = [
#     "test_nobody_starts_before_the_shot",
#     "test_race_returns_when_all_are_home",
#     "test_it_is_a_race",
#     "test_runners_do_not_poll",
#     "test_nobody_starts_before_a_late_shot",
#     "test_three_runners_in_any_order",
# ]
# finding = "endless loop"

import threading


def race(names, run, fire):
    gun = threading.Event()

    def runner(name):
        while gun.wait():
            run(name)

    threads = [threading.Thread(target=runner, args=(name,)) for name in names]
    for thread in threads:
        thread.start()
    fire()
    gun.set()
    for thread in threads:
        thread.join()
