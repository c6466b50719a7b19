# tries = "prints without end, to standard output and error, in small and in large pieces"
# exercise = "starting-gun"

import sys


def race(names, run, fire):
    while True:
        print("x" * 10**6)
        sys.stderr.write("y" * 10**6)
