import time


def customer(bell, patience):
    time.sleep(4)
    return "bought" if bell.is_set() else time.sleep(6) or "gave up"
