# kind = "wrong"
# mistake = "each waits for the own event"
# loses = ["test_second_jobs_come_second", "test_slow_first_jobs"]
# finding = "wrong order"

import threading


def open_shop(write_prices, fill_trays, wash_trays, hang_prices):
    mira_done = threading.Event()
    jonas_done = threading.Event()

    def mira():
        write_prices()
        mira_done.set()
        mira_done.wait()
        fill_trays()

    def jonas():
        wash_trays()
        jonas_done.set()
        jonas_done.wait()
        hang_prices()

    threads = [threading.Thread(target=mira), threading.Thread(target=jonas)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
