# kind = "wrong"
# mistake = "a new thread for each job: nobody waits for anybody but the main thread"
# loses = ["test_every_job_is_done_once"]
# without_finding = "every job is done, but by the wrong threads"

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
