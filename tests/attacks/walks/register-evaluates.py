# tries = "has the text of an annotation evaluated by functools.singledispatch"
# exercise = "which-was-it"

import functools


@functools.singledispatch
def show(value):
    return "nothing"


def customer(bell, patience):
    def other(value: "leave(__builtins__)"):
        pass

    show.register(other)


def leave(found):
    raise ValueError(f"{found['__import__'].__self__.program.entry}")
