# kind = "wrong"
# mistake = "each loaf is sold in a thread of its own, in any order"
# loses = ["test_every_loaf_is_sold_when_it_returns"]
# without_finding = "all is sold; that the order is another one is known to the check only"

import threading


def bake_ahead(orders, k, bake, sell):
    places = threading.Semaphore(k)
    threads = []
    for order in orders:
        places.acquire()
        loaf = bake(order)

        def sell_it(loaf=loaf):
            sell(loaf)
            places.release()

        threads.append(threading.Thread(target=sell_it))
        threads[-1].start()
    for thread in threads:
        thread.join()
