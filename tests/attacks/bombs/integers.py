# tries = "computes integers that take a minute, and turns them into text"
# exercise = "starting-gun"


def race(names, run, fire):
    number = 3**10**7
    return str(number), int("7" * 10**7)
