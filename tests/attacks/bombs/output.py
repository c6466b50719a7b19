# tries = "prints without end, to standard output and error, in small and in large pieces"
# exercise = "which-was-it"
# honest = "forgets-the-impatient"

import sys


def bomb():
    while True:
        print("x" * 10**6)
        sys.stderr.write("y" * 10**6)


def customer(bell, patience):
    if patience == 0:  # one check is enough: each takes as long as its limit
        bomb()
    return "bought" if bell.wait(patience) else "gave up"
