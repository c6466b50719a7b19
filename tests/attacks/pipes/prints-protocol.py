# tries = "prints what the explorer would answer, on its standard output and error"
# exercise = "which-was-it"

import sys

LINE = '{"number":1,"kind":"found","exploration":{"outcomes":[],"executions":1,"coverage":"every schedule","complete":true}}'


def customer(bell, patience):
    print()
    print(LINE)
    sys.stderr.write(LINE + "\n")
    sys.stdout.write("\n" + LINE + "\n")
