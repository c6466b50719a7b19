# kind = "right"
# variant = "each clears what it has heard after the use, but before it gives its own signal; Jonas is the caller's thread"
# loses = []

from threading import Event, Thread


def hand_over(loaves, put, take, sell):
    full, free = Event(), Event()
    free.set()

    def bring():
        for loaf in loaves:
            free.wait()
            put(loaf)
            free.clear()
            full.set()

    mira = Thread(target=bring, name="Mira")
    mira.start()
    for _ in loaves:
        full.wait()
        loaf = take()
        full.clear()
        free.set()
        sell(loaf)
    mira.join()
