# kind = "wrong"
# mistake = "spins on is_set()"
# loses = ["test_nobody_polls_for_the_other"]
# finding = "polling"

import threading


def open_shop(write_prices, fill_trays, wash_trays, hang_prices):
    mira_done = threading.Event()
    jonas_done = threading.Event()

    def mira():
        write_prices()
        mira_done.set()
        while not jonas_done.is_set():
            pass
        fill_trays()

    def jonas():
        wash_trays()
        jonas_done.set()
        while not mira_done.is_set():
            pass
        hang_prices()

    threads = [threading.Thread(target=mira), threading.Thread(target=jonas)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
