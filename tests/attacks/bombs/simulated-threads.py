# tries = "starts simulated threads without end, each of which starts others"
# exercise = "starting-gun"

import threading


def more():
    for _ in range(1000):
        threading.Thread(target=more).start()


def race(names, run, fire):
    more()
