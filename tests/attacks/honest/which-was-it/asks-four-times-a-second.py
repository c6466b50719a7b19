import time


def customer(bell, patience):
    began = time.monotonic()
    while time.monotonic() - began < patience:
        if bell.is_set():
            return "bought"
        time.sleep(0.25)
    return "gave up"
