# tries = "computes integers that take a minute, and turns them into text"
# exercise = "which-was-it"
# honest = "forgets-the-impatient"


def bomb():
    number = 3**10**7
    return str(number), int("7" * 10**7)


def customer(bell, patience):
    if patience == 0:  # one check is enough: each takes as long as its limit
        bomb()
    return "bought" if bell.wait(patience) else "gave up"
