# kind = "wrong"
# mistake = "returns while the two are still at work"
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

    threading.Thread(target=mira).start()
    threading.Thread(target=jonas).start()
