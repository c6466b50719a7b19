# kind = "wrong"
# mistake = "waits for a free shelf for a second at most, and puts the loaf in any case"
# loses = ["test_the_way_to_the_shelf_is_long"]
# finding = "wrong order"

import threading


def hand_over(loaves, put, take, sell):
    full = threading.Event()
    free = threading.Event()
    free.set()

    def bring():
        for loaf in loaves:
            if not free.is_set():
                free.wait(timeout=1)
            free.clear()
            put(loaf)
            full.set()

    def fetch():
        for _ in loaves:
            full.wait()
            full.clear()
            loaf = take()
            free.set()
            sell(loaf)

    threads = [threading.Thread(target=bring), threading.Thread(target=fetch)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
