# kind = "wrong"
# mistake = "calls run() for start(): the main thread waits for its own shot"
# loses = [
#     "test_nobody_starts_before_the_shot",
#     "test_race_returns_when_all_are_home",
#     "test_it_is_a_race",
#     "test_runners_do_not_poll",
#     "test_nobody_starts_before_a_late_shot",
#     "test_three_runners_in_any_order",
# ]
# finding = "deadlock"

import threading


def race(names, run, fire):
    gun = threading.Event()

    def runner(name):
        gun.wait()
        run(name)

    threads = [threading.Thread(target=runner, args=(name,)) for name in names]
    for thread in threads:
        thread.run()
    fire()
    gun.set()
