# kind = "wrong"
# mistake = "Jonas clears full only after he has said that the shelf is free: with it he wipes out the next signal"
# loses = [
#     "test_no_loaf_is_lost",
#     "test_no_loaf_is_sold_twice",
#     "test_the_shelf_is_free_once_the_loaf_is_taken",
#     "test_nobody_polls_at_the_shelf",
#     "test_the_way_to_the_shelf_is_long",
#     "test_any_number_of_loaves_of_any_kind",
# ]
# finding = "lost wake-up"

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
            loaf = take()
            free.set()
            full.clear()
            sell(loaf)

    threads = [threading.Thread(target=bring), threading.Thread(target=fetch)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
