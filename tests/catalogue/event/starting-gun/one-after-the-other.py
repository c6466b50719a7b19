# kind = "wrong"
# mistake = "a chain of events forces one order"
# loses = ["test_it_is_a_race", "test_three_runners_in_any_order"]
# without_finding = "no execution shows what is possible in none"

import threading


def race(names, run, fire):
    turns = [threading.Event() for _ in range(len(names) + 1)]

    def runner(place, name):
        turns[place].wait()
        run(name)
        turns[place + 1].set()

    threads = [threading.Thread(target=runner, args=(place, name)) for place, name in enumerate(names)]
    for thread in threads:
        thread.start()
    fire()
    turns[0].set()
    for thread in threads:
        thread.join()
