# tries = "uses names of a hundred thousand letters for functions, threads, exceptions and attributes"
# exercise = "starting-gun"

import threading


class Named:
    pass


def race(names, run, fire):
    long = "n" * 100_000
    named = Named()
    setattr(named, long, 1)
    threading.Thread(target=fire, name=long).start()
    raise type(long, (Exception,), {})(long)
