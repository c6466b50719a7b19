# tries = "has so many schedules, and so many outcomes, that the search could go on for ever"
# exercise = "starting-gun"

import threading


def race(names, run, fire):
    state = [0]

    def work(number):
        for _ in range(50):
            state[0] = state[0] * 3 + number
        print(state[0])

    threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    raise ValueError(state[0])
