# tries = "spins for ever, and swallows whatever would end it"
# exercise = "which-was-it"
# honest = "forgets-the-impatient"


def bomb():
    while True:
        try:
            while True:
                pass
        except BaseException:
            continue
        finally:
            continue


def customer(bell, patience):
    if patience == 0:  # one check is enough: each takes as long as its limit
        bomb()
    return "bought" if bell.wait(patience) else "gave up"
