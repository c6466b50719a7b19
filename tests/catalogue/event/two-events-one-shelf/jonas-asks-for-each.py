# kind = "wrong"
# mistake = "Jonas stops at the first empty loaf"
# loses = ["test_the_way_to_the_shelf_is_long", "test_any_number_of_loaves_of_any_kind"]
# finding = "wrong order"

import threading


def hand_over(loaves, put, take, sell):
    full = threading.Event()
    free = threading.Event()
    free.set()

    def bring():
        for loaf in [*loaves, None]:
            free.wait()
            free.clear()
            put(loaf)
            full.set()

    def fetch():
        while True:
            full.wait()
            full.clear()
            loaf = take()
            free.set()
            if not loaf:
                return
            sell(loaf)

    threads = [threading.Thread(target=bring), threading.Thread(target=fetch)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
