# kind = "wrong"
# mistake = "one lock for the two second jobs: they are done one after the other"
# loses = ["test_jobs_side_by_side"]
# without_finding = "each execution by itself is right, and only the time says that it is not"

import threading


def open_shop(write_prices, fill_trays, wash_trays, hang_prices):
    mira_done = threading.Event()
    jonas_done = threading.Event()
    shop = threading.Lock()

    def mira_works():
        write_prices()
        mira_done.set()
        jonas_done.wait()
        with shop:
            fill_trays()

    def jonas_works():
        wash_trays()
        jonas_done.set()
        mira_done.wait()
        with shop:
            hang_prices()

    threads = [threading.Thread(target=mira_works), threading.Thread(target=jonas_works)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
