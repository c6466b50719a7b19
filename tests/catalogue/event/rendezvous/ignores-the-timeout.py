# kind = "wrong"
# mistake = "waits with a timeout and ignores what wait() returns"
# loses = ["test_slow_first_jobs"]
# finding = "ignored timeout"

import threading


def open_shop(write_prices, fill_trays, wash_trays, hang_prices):
    mira_done = threading.Event()
    jonas_done = threading.Event()

    def mira():
        write_prices()
        mira_done.set()
        jonas_done.wait(timeout=60)
        fill_trays()

    def jonas():
        wash_trays()
        jonas_done.set()
        mira_done.wait(timeout=60)
        hang_prices()

    threads = [threading.Thread(target=mira), threading.Thread(target=jonas)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
