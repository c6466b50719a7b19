# kind = "wrong"
# mistake = "set and clear at once: who does not wait just then misses it"
# loses = [
#     "test_no_loaf_is_lost",
#     "test_no_loaf_is_sold_twice",
#     "test_the_shelf_is_free_once_the_loaf_is_taken",
#     "test_nobody_polls_at_the_shelf",
#     "test_the_way_to_the_shelf_is_long",
#     "test_any_number_of_loaves_of_any_kind",
#     "test_selling_and_putting_side_by_side",
# ]
# finding = "lost wake-up"

import threading


def hand_over(loaves, put, take, sell):
    full = threading.Event()
    free = threading.Event()

    def bring():
        for number, loaf in enumerate(loaves):
            if number:
                free.wait()
            put(loaf)
            full.set()
            full.clear()

    def fetch():
        for _ in loaves:
            full.wait()
            loaf = take()
            free.set()
            free.clear()
            sell(loaf)

    threads = [threading.Thread(target=bring), threading.Thread(target=fetch)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
