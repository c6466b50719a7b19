# tries = "keeps what it has seen in caches, default values and class attributes, for the next execution"
# exercise = "clear-the-shelf"

import functools
import re
import threading


@functools.lru_cache
def number(key):
    number.calls = getattr(number, "calls", 0) + 1
    return number.calls


def clear_shelf(shelf, seen=[]):
    seen.append(re.compile("x" * (len(seen) + 1)))
    threading.Thread.seen = seen
    if len(seen) > 1 or number(len(seen)) > 1 or hasattr(threading, "seen"):
        return ["from an earlier execution"]
    threading.seen = True
    return []
