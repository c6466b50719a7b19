# tries = "ends its process while it is imported"
# exercise = "which-was-it"

import collections


def leave(value):
    collections._sys.modules["os"]._exit(0)


@leave
def customer(bell, patience):
    return "bought"
