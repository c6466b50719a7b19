# kind = "right"
# variant = "one function for both sides, called with the events the other way round"
# loses = []

from threading import Event, Thread


def work(first_job, second_job, mine, other):
    first_job()
    mine.set()
    other.wait()
    second_job()


def open_shop(write_prices, fill_trays, wash_trays, hang_prices):
    mira_done, jonas_done = Event(), Event()
    mira = Thread(target=work, args=(write_prices, fill_trays, mira_done, jonas_done))
    jonas = Thread(target=work, args=(wash_trays, hang_prices, jonas_done, mira_done))
    mira.start()
    jonas.start()
    mira.join()
    jonas.join()
