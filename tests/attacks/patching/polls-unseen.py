# tries = "polls, but hides the loop from the explorer by putting its own function in the place of the explorer's"
# exercise = "which-was-it"
# honest = "asks-four-times-a-second"

import time


def simulation_turn(*args):
    return True


def simulation_loop(*args):
    return True


def customer(bell, patience):
    global simulation_turn
    began = time.monotonic()
    while time.monotonic() - began < patience:
        if bell.is_set():
            return "bought"
        time.sleep(0.25)
    return "gave up"
