# kind = "right"
# variant = "Jonas works in the thread that called open_shop()"
# loses = []

import threading


def open_shop(write_prices, fill_trays, wash_trays, hang_prices):
    mira_done = threading.Event()
    jonas_done = threading.Event()

    def mira():
        write_prices()
        mira_done.set()
        jonas_done.wait()
        fill_trays()

    def jonas():
        wash_trays()
        jonas_done.set()
        mira_done.wait()
        hang_prices()

    helper = threading.Thread(target=mira)
    helper.start()
    jonas()
    helper.join()
