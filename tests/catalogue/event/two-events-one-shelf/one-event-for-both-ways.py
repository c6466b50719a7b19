# kind = "wrong"
# mistake = "one event: set means full, clear means free, and nobody can wait for clear"
# loses = ["test_nobody_polls_at_the_shelf"]
# finding = "polling"

import threading


def hand_over(loaves, put, take, sell):
    full = threading.Event()

    def bring():
        for loaf in loaves:
            while full.is_set():
                pass
            put(loaf)
            full.set()

    def fetch():
        for _ in loaves:
            full.wait()
            loaf = take()
            full.clear()
            sell(loaf)

    threads = [threading.Thread(target=bring), threading.Thread(target=fetch)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
