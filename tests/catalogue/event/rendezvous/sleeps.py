# kind = "wrong"
# mistake = "sleeps instead of waiting"
# loses = ["test_jobs_side_by_side", "test_slow_first_jobs"]
# finding = "wrong order"

import threading
import time


def open_shop(write_prices, fill_trays, wash_trays, hang_prices):
    # By then the other one must have finished.

    def mira():
        write_prices()
        time.sleep(60)
        fill_trays()

    def jonas():
        wash_trays()
        time.sleep(60)
        hang_prices()

    threads = [threading.Thread(target=mira), threading.Thread(target=jonas)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
