# tries = "imports real modules out of the modules that it may import: from enum import sys"
# exercise = "which-was-it"

from collections import _sys as one
from dataclasses import builtins, inspect, sys
from functools import recursive_repr
from statistics import numbers
from typing import *


def customer(bell, patience):
    file = builtins.open("@HOME@/secret.txt")
    raise ValueError(file.read() + inspect.getsource(one.modules["course.simu" + "lation.program"])[:200])
