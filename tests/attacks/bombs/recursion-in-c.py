# tries = "crashes the interpreter by structures that are nested too deeply for its own C code"
# exercise = "starting-gun"

import copy
import functools
import itertools
import json


def race(names, run, fire):
    deep = []
    for _ in range(10**6):
        deep = [deep]
    for function in (repr, hash, copy.deepcopy, json.dumps):
        try:
            function(deep)
        except (RecursionError, TypeError):
            pass
    chain = iter(())
    for _ in range(10**6):
        chain = itertools.chain(chain, ())
    return list(chain), functools.reduce(lambda inner, _: functools.partial(inner), range(10**6), print)()
