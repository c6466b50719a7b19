# kind = "wrong"
# mistake = "forces one order: Jonas hears nothing before Mira has filled the trays"
# loses = ["test_jobs_side_by_side", "test_nobody_has_to_go_first"]
# without_finding = "no execution shows what is possible in none"

import threading


def open_shop(write_prices, fill_trays, wash_trays, hang_prices):
    mira_done = threading.Event()
    jonas_done = threading.Event()

    def mira():
        write_prices()
        jonas_done.wait()
        fill_trays()
        mira_done.set()

    def jonas():
        wash_trays()
        jonas_done.set()
        mira_done.wait()
        hang_prices()

    threads = [threading.Thread(target=mira), threading.Thread(target=jonas)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
