# tries = "loops inside of C functions, where there is no step and no line"
# exercise = "which-was-it"
# honest = "forgets-the-impatient"

import itertools
from collections import deque


def bomb():
    deque(itertools.count(), maxlen=0)


def customer(bell, patience):
    if patience == 0:  # one check is enough: each takes as long as its limit
        bomb()
    return "bought" if bell.wait(patience) else "gave up"
