# kind = "right"
# variant = "two events for each loaf, and nobody ever clears one"
# loses = []

import threading


def hand_over(loaves, put, take, sell):
    full = [threading.Event() for _ in loaves]
    free = [threading.Event() for _ in loaves]

    def bring():
        for number, loaf in enumerate(loaves):
            if number:
                free[number - 1].wait()
            put(loaf)
            full[number].set()

    def fetch():
        for number in range(len(loaves)):
            full[number].wait()
            loaf = take()
            free[number].set()
            sell(loaf)

    threads = [threading.Thread(target=bring), threading.Thread(target=fetch)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
