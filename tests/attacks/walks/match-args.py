# tries = "reads attributes by positional patterns, whose names stand in texts, of a class that everything is an instance of"
# exercise = "which-was-it"


class Everything(type):
    def __instancecheck__(cls, value):
        return True


class Peek(metaclass=Everything):
    __match_args__ = ("__glo" + "bals__", "__co" + "de__")


def customer(bell, patience):
    match customer:
        case Peek(space, code):
            raise ValueError(f"{space['__builtins__']['__import__']} {code}")
