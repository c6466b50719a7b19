# tries = "lets the winner be decided by a coin, which is the order of a set of objects"
# exercise = "starting-gun"
# honest = "one-after-the-other"

import itertools
import threading


def number():
    one, other = object(), object()
    kept = [object() for _ in range(id(one) % 5)]
    return sum(each is one for each in list({one, other, *kept})[:1])


def race(names, run, fire):
    fire()
    idle = []
    threads = [threading.Thread(target=idle.append, args=(name,)) for name in names]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    orders = list(itertools.permutations(names))
    for name in orders[number() // 2 % len(orders)]:
        run(name)
