# kind = "right"
# variant = "two semaphores instead of two events"
# loses = []

import threading


def open_shop(write_prices, fill_trays, wash_trays, hang_prices):
    mira_done = threading.Semaphore(0)
    jonas_done = threading.Semaphore(0)

    def mira():
        write_prices()
        mira_done.release()
        jonas_done.acquire()
        fill_trays()

    def jonas():
        wash_trays()
        jonas_done.release()
        mira_done.acquire()
        hang_prices()

    threads = [threading.Thread(target=mira), threading.Thread(target=jonas)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
