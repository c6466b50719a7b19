# kind = "wrong"
# mistake = "loops around wait(timeout=10), on both sides"
# loses = ["test_nobody_polls_at_the_shelf"]
# finding = "polling"

import threading


def hand_over(loaves, put, take, sell):
    full = threading.Event()
    free = threading.Event()
    free.set()

    def bring():
        for loaf in loaves:
            while not free.wait(timeout=10):
                pass
            free.clear()
            put(loaf)
            full.set()

    def fetch():
        for _ in loaves:
            while not full.wait(timeout=10):
                pass
            full.clear()
            loaf = take()
            free.set()
            sell(loaf)

    threads = [threading.Thread(target=bring), threading.Thread(target=fetch)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
