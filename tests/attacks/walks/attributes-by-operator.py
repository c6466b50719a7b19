# tries = "walks attributes by operator.attrgetter, methodcaller, functools.reduce and getattr"
# exercise = "which-was-it"

import functools
import operator


def customer(bell, patience):
    space = operator.attrgetter("wait.__func__.__globals__")(bell)
    modules = functools.reduce(getattr, ["__init__", "__globals__"], bell)
    call = operator.methodcaller("__getattribute__", "__class__")(bell)
    raise ValueError(f"{sorted(space)} {sorted(modules)} {call}")
