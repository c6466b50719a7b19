# kind = "right"
# variant = "no event at all: start and join for each half"
# loses = []

import threading


def side_by_side(*jobs):
    threads = [threading.Thread(target=job) for job in jobs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def open_shop(write_prices, fill_trays, wash_trays, hang_prices):
    side_by_side(write_prices, wash_trays)
    side_by_side(fill_trays, hang_prices)
