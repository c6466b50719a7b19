# tries = "matches a regular expression that takes for ever, in C, where nobody can interrupt"
# exercise = "starting-gun"

import re


def race(names, run, fire):
    re.match(r"(a|a)*(a|aa)+$", "a" * 60 + "b")
