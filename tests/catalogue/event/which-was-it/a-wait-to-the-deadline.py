# kind = "right"
# variant = "a helper that waits until a deadline"
# loses = []

import time


def wait_until(event, deadline):
    return event.wait(max(0, deadline - time.monotonic()))


def customer(bell, patience):
    deadline = time.monotonic() + patience
    return ("gave up", "bought")[wait_until(bell, deadline)]
