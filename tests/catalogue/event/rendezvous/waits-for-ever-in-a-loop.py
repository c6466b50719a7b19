# kind = "wrong"
# mistake = "asks wait() again and again in a loop that nothing ends"
# loses = [
#     "test_second_jobs_come_second",
#     "test_every_job_is_done_once",
#     "test_nobody_has_to_go_first",
#     "test_nobody_polls_for_the_other",
#     "test_slow_first_jobs",
#     "test_jobs_side_by_side",
# ]
# finding = "endless loop"

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
        while mira_done.wait():
            hang_prices()

    threads = [threading.Thread(target=mira), threading.Thread(target=jonas)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
