# tries = "hands getattr and its kin on as values: to map, partial, reduce, sorted, and under other names"
# exercise = "which-was-it"

import functools
from functools import partial, reduce

look = getattr
names = ["__glob" + "als__"]


def customer(bell, patience):
    found = [*map(getattr, [customer], names), partial(look, customer)(names[0]), reduce(look, names, customer)]
    found.append(max([names[0]], key=partial(look, customer)))
    raise ValueError(str([each["__builtins__"]["__import__"] for each in found if isinstance(each, dict)]))
