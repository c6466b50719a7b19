# tries = "dies in a deadlock after thousands of steps of a hundred threads with long names, whose picture fills the disk"
# exercise = "which-was-it"
# honest = "forgets-the-impatient"

import threading


def bomb():
    lock = threading.Lock()
    state = {"turns": 0}

    def turn():
        for _ in range(30):
            with lock:
                state["turns"] += 1
        threading.Event().wait()

    for number in range(100):
        threading.Thread(target=turn, name=f"{number} " + "long name " * 1000).start()


def customer(bell, patience):
    if patience == 0:  # one check is enough: each takes as long as its limit
        bomb()
    return "bought" if bell.wait(patience) else "gave up"
