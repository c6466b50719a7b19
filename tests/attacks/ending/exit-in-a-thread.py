# tries = "ends its process in a thread"
# exercise = "which-was-it"
# reach = "collections"

import threading


def customer(bell, patience):
    thread = threading.Thread(target=reach("os")._exit, args=(0,))
    thread.start()
    thread.join()
