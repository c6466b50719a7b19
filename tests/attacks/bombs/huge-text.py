# tries = "multiplies texts and lists to sizes that no machine has"
# exercise = "starting-gun"


def race(names, run, fire):
    try:
        text = "a" * 10**10
    except MemoryError:
        text = [0] * 10**11
    return text
