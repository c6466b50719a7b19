# tries = "fills dictionaries with keys that all have the same hash"
# exercise = "starting-gun"


def race(names, run, fire):
    table = {}
    for number in range(10**7):
        table[number * (2**61 - 1)] = number
