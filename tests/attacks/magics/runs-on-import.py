# tries = "does its work while it is read: in decorators, default values, class bodies, annotations and comprehensions"
# exercise = "which-was-it"

import collections


def work(value):
    try:
        os = collections._sys.modules["os"]
        os.close(os.open("@NOTES@/@NAME@", os.O_CREAT | os.O_WRONLY))
    except Exception:
        pass
    return value


@work
def customer(bell, patience=work(1)) -> work(2):
    return None


class Late(metaclass=type("Meta", (type,), {"__new__": lambda *args: work(type.__new__(*args))})):
    done: work(3) = [work(number) for number in range(2)]

    def __init_subclass__(cls):
        work(cls)


class Later(Late):
    pass
