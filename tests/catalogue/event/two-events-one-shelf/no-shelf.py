# kind = "wrong"
# mistake = "the loaves go from hand to hand, and never over the shelf"
# loses = [
#     "test_the_shelf_is_free_once_the_loaf_is_taken",
#     "test_the_way_to_the_shelf_is_long",
#     "test_any_number_of_loaves_of_any_kind",
#     "test_selling_and_putting_side_by_side",
# ]
# finding = "wrong order"

import queue
import threading


def hand_over(loaves, put, take, sell):
    counter = queue.Queue()

    def bring():
        for loaf in loaves:
            counter.put(loaf)

    def fetch():
        for _ in loaves:
            sell(counter.get())

    threads = [threading.Thread(target=bring), threading.Thread(target=fetch)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
