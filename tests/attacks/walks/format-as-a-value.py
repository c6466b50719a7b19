# tries = "takes str.format as a value, from the class, by getattr, partial, map and a subclass of str"
# exercise = "which-was-it"

import functools
import operator

TEXT = "{0.__globals__[__builtins__][__import__].__self__.program.entry}"


class Text(str):
    show = str.format


def customer(bell, patience):
    show = TEXT.format
    ways = [
        lambda: show(customer),
        lambda: str.format(TEXT, customer),
        lambda: [*map(str.format, [TEXT], [customer])][0],
        lambda: functools.partial(str.format, TEXT)(customer),
        lambda: operator.methodcaller("format", customer)(TEXT),
        lambda: getattr(TEXT, "for" + "mat")(customer),
        lambda: Text(TEXT).show(customer),
        lambda: type(TEXT).__dict__["format"](TEXT, customer),
    ]
    found = []
    for way in ways:
        try:
            found.append(way())
        except Exception:
            pass
    raise ValueError(str(found))
