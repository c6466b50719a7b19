# kind = "right"
# variant = "two Locks, each taken by one and given back by the other"
# loses = []

import threading


def hand_over(loaves, put, take, sell):
    full, free = threading.Lock(), threading.Lock()
    full.acquire()

    def bring():
        for loaf in loaves:
            free.acquire()
            put(loaf)
            full.release()

    def fetch():
        for _ in loaves:
            full.acquire()
            loaf = take()
            free.release()
            sell(loaf)

    threads = [threading.Thread(target=bring), threading.Thread(target=fetch)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
