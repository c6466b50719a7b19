# kind = "wrong"
# mistake = "an unbounded queue: nothing slows down the baker"
# loses = ["test_never_more_than_k_under_way", "test_one_at_a_time", "test_all_that_there_is_room_for"]
# without_finding = "every loaf is sold, in order; that too many are under way is known to the check only"

import queue
import threading


def bake_ahead(orders, k, bake, sell):
    shelf = queue.Queue()

    def mira():
        for order in orders:
            shelf.put(bake(order))

    def jonas():
        for _ in orders:
            sell(shelf.get())

    threads = [threading.Thread(target=mira, name="Mira"), threading.Thread(target=jonas, name="Jonas")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
