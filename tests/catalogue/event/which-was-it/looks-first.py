# kind = "right"
# variant = "looks before it waits, and names both answers"
# loses = []

BOUGHT, GAVE_UP = "bought", "gave up"


def customer(bell, patience):
    if bell.is_set():
        return BOUGHT
    if bell.wait(timeout=patience):
        return BOUGHT
    return GAVE_UP
