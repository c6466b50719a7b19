# tries = "has so many schedules, and so many outcomes, that the search could go on for ever"
# exercise = "which-was-it"
# honest = "forgets-the-impatient"

import threading


def bomb():
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


def customer(bell, patience):
    if patience == 0:  # one check is enough: each takes as long as its limit
        bomb()
    return "bought" if bell.wait(patience) else "gave up"
