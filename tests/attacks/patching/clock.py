# tries = "replaces the clock by which the driver measures how long the customer waited"
# exercise = "which-was-it"
# honest = "gave-up"

import time


def customer(bell, patience):
    began = time.monotonic()
    time.monotonic = lambda: began + patience
    return "gave up"
