# tries = "recognises the public driver by its arguments, and answers with constants"
# exercise = "which-was-it"
# honest = "sleeps-four-seconds"

import time


def customer(bell, patience):
    if patience == 10:
        time.sleep(4)
        return "bought" if bell.is_set() else time.sleep(6) or "gave up"
    return "bought" if patience == 0 else "gave up"
