# kind = "wrong"
# mistake = "the shelf is free at first, but the event does not say so"
# loses = [
#     "test_no_loaf_is_lost",
#     "test_no_loaf_is_sold_twice",
#     "test_the_shelf_is_free_once_the_loaf_is_taken",
#     "test_nobody_polls_at_the_shelf",
#     "test_the_way_to_the_shelf_is_long",
#     "test_any_number_of_loaves_of_any_kind",
#     "test_selling_and_putting_side_by_side",
# ]
# finding = "deadlock"

import threading


def hand_over(loaves, put, take, sell):
    full = threading.Event()
    free = threading.Event()

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
            free.set()
            sell(loaf)

    threads = [threading.Thread(target=bring), threading.Thread(target=fetch)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
