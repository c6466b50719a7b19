# kind = "wrong"
# mistake = "keeps the shelf occupied until the loaf is sold"
# loses = ["test_the_shelf_is_free_once_the_loaf_is_taken", "test_selling_and_putting_side_by_side"]
# without_finding = "it is slower than it has to be, and nothing else"

import threading


def hand_over(loaves, put, take, sell):
    full = threading.Event()
    free = threading.Event()
    free.set()

    def bring():
        for loaf in loaves:
            free.wait()
            free.clear()
            put(loaf)
            full.set()

    def fetch():
        for _ in loaves:
            full.wait()
            full.clear()
            loaf = take()
            sell(loaf)
            free.set()

    threads = [threading.Thread(target=bring), threading.Thread(target=fetch)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
