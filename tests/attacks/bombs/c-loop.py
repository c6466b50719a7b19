# tries = "loops inside of C functions, where there is no step and no line"
# exercise = "starting-gun"

import itertools
from collections import deque


def race(names, run, fire):
    deque(itertools.count(), maxlen=0)
