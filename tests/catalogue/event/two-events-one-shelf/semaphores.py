# kind = "right"
# variant = "two semaphores in place of two events"
# loses = []

import threading


def hand_over(loaves, put, take, sell):
    full = threading.Semaphore(0)
    free = threading.Semaphore(1)

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
