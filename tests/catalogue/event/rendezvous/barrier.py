# kind = "right"
# variant = "a Barrier of two"
# loses = []

import threading


def open_shop(write_prices, fill_trays, wash_trays, hang_prices):
    meeting = threading.Barrier(2)

    def mira():
        write_prices()
        meeting.wait()
        fill_trays()

    def jonas():
        wash_trays()
        meeting.wait()
        hang_prices()

    threads = [threading.Thread(target=mira), threading.Thread(target=jonas)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
