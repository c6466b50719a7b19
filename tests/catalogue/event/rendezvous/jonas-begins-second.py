# kind = "wrong"
# mistake = "forces one order: Jonas begins when Mira has finished her first job"
# loses = ["test_nobody_has_to_go_first", "test_jobs_side_by_side"]
# without_finding = "no execution shows what is possible in none"

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
        mira_done.wait()
        wash_trays()
        jonas_done.set()
        hang_prices()

    threads = [threading.Thread(target=mira), threading.Thread(target=jonas)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
