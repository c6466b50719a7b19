# tries = "is honest in the first schedule only: it counts the executions in a real module, which survives them"
# exercise = "starting-gun"
# honest = "one-after-the-other"

import keyword
import string


def race(names, run, fire):
    first = not hasattr(string, "seen")
    string.seen = True
    keyword.kwlist.append("seen")
    fire()
    if first and keyword.kwlist.count("seen") == 1:
        for name in names:
            run(name)
    else:
        for name in reversed(names):
            run(name)
