# tries = "forks a hundred times, and leaves all of the processes waiting"
# exercise = "which-was-it"
# reach = "collections"


def customer(bell, patience):
    os, time = reach("os"), reach("time")
    for _ in range(100 if patience == 0 else 0):  # not without end: where nothing holds it, the machine is to survive it
        if os.fork() == 0:
            os.setsid()
            time.sleep(900)
            os._exit(0)
    return None
