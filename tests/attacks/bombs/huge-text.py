# tries = "multiplies texts and lists to sizes that no machine has"
# exercise = "which-was-it"
# honest = "forgets-the-impatient"


def bomb():
    try:
        text = "a" * 10**10
    except MemoryError:
        text = [0] * 10**11
    return text


def customer(bell, patience):
    if patience == 0:  # one check is enough: each takes as long as its limit
        bomb()
    return "bought" if bell.wait(patience) else "gave up"
