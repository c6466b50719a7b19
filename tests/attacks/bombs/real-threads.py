# tries = "starts real threads until there are no more"
# exercise = "which-was-it"
# reach = "traceback"


def customer(bell, patience):
    thread, time = reach("_thread"), reach("time")
    while True:
        thread.start_new_thread(time.sleep, (1000,))
