# kind = "wrong"
# mistake = "one event, set once for each loaf, as if it counted"
# loses = [
#     "test_no_loaf_is_lost",
#     "test_no_loaf_is_sold_twice",
#     "test_the_shelf_is_free_once_the_loaf_is_taken",
#     "test_nobody_polls_at_the_shelf",
#     "test_the_way_to_the_shelf_is_long",
#     "test_any_number_of_loaves_of_any_kind",
# ]
# finding = "deadlock"

import threading


def hand_over(loaves, put, take, sell):
    ready = threading.Event()

    def bring():
        for loaf in loaves:
            put(loaf)
            ready.set()

    def fetch():
        for _ in loaves:
            ready.wait()
            ready.clear()
            sell(take())

    threads = [threading.Thread(target=bring), threading.Thread(target=fetch)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
