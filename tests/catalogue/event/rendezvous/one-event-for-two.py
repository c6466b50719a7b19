# kind = "wrong"
# mistake = "one event for two news: who sets it does not wait"
# loses = ["test_second_jobs_come_second", "test_slow_first_jobs"]
# finding = "wrong order"

import threading


def open_shop(write_prices, fill_trays, wash_trays, hang_prices):
    done = threading.Event()

    def mira():
        write_prices()
        done.set()
        done.wait()
        fill_trays()

    def jonas():
        wash_trays()
        done.set()
        done.wait()
        hang_prices()

    threads = [threading.Thread(target=mira), threading.Thread(target=jonas)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
