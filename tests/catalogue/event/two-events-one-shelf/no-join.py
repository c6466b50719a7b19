# kind = "wrong"
# mistake = "returns while the two are still at work"
# loses = [
#     "test_no_loaf_is_lost",
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
            put(loaf)
            full.set()

    def fetch():
        for _ in loaves:
            full.wait()
            full.clear()
            loaf = take()
            free.set()
            sell(loaf)

    threading.Thread(target=bring).start()
    threading.Thread(target=fetch).start()
