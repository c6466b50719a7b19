# kind = "wrong"
# mistake = "joins with a timeout, and returns while the two are still at work"
# loses = ["test_jobs_side_by_side", "test_every_job_is_done_once"]
# without_finding = "what is missing is only done later"

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

    threads = [threading.Thread(target=mira), threading.Thread(target=jonas)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=1)
