# tries = "matches a regular expression that takes for ever, in C, where nobody can interrupt"
# exercise = "which-was-it"
# honest = "forgets-the-impatient"

import re


def bomb():
    re.match(r"(a|a)*(a|aa)+$", "a" * 60 + "b")


def customer(bell, patience):
    if patience == 0:  # one check is enough: each takes as long as its limit
        bomb()
    return "bought" if bell.wait(patience) else "gave up"
