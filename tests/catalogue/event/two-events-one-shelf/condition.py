# kind = "right"
# variant = "a Condition and a flag"
# loses = []

import threading


def hand_over(loaves, put, take, sell):
    shelf = threading.Condition()
    full = False

    def bring():
        nonlocal full
        for loaf in loaves:
            with shelf:
                shelf.wait_for(lambda: not full)
                put(loaf)
                full = True
                shelf.notify_all()

    def fetch():
        nonlocal full
        for _ in loaves:
            with shelf:
                shelf.wait_for(lambda: full)
                loaf = take()
                full = False
                shelf.notify_all()
            sell(loaf)

    threads = [threading.Thread(target=bring), threading.Thread(target=fetch)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
