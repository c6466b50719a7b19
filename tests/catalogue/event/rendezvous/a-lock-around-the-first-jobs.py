# kind = "wrong"
# mistake = "a lock keeps the first jobs apart"
# loses = ["test_jobs_side_by_side"]
# without_finding = "it is slower than it has to be, and nothing else"

import threading


def open_shop(write_prices, fill_trays, wash_trays, hang_prices):
    mira_done = threading.Event()
    jonas_done = threading.Event()
    table = threading.Lock()

    def mira():
        with table:
            write_prices()
        mira_done.set()
        jonas_done.wait()
        fill_trays()

    def jonas():
        with table:
            wash_trays()
        jonas_done.set()
        mira_done.wait()
        hang_prices()

    threads = [threading.Thread(target=mira), threading.Thread(target=jonas)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
