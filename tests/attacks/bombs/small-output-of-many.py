# tries = "prints something else in every schedule, as much as is allowed, so that outcomes pile up"
# exercise = "which-was-it"
# honest = "forgets-the-impatient"

import threading


def bomb():
    def runner(name):
        for number in range(30):
            print(name * 3000, number)

    threads = [threading.Thread(target=runner, args=(name,)) for name in ("Ada", "Bo") for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def customer(bell, patience):
    if patience == 0:  # one check is enough: each takes as long as its limit
        bomb()
    return "bought" if bell.wait(patience) else "gave up"
