# kind = "wrong"
# mistake = "says that the shelf is full before the loaf is on it"
# loses = [
#     "test_no_loaf_is_lost",
#     "test_no_loaf_is_sold_twice",
#     "test_the_way_to_the_shelf_is_long",
#     "test_any_number_of_loaves_of_any_kind",
#     "test_selling_and_putting_side_by_side",
# ]
# finding = "item lost"

import threading


def hand_over(loaves, put, take, sell):
    full = threading.Event()
    free = threading.Event()
    free.set()

    def bring():
        for loaf in loaves:
            free.wait()
            free.clear()
            full.set()
            put(loaf)

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
