# tries = "answers with lists in lists in lists, and with one that holds itself"
# exercise = "which-was-it"
# honest = "forgets-the-impatient"


def bomb():
    own = {}
    own["own"] = own
    deep = []
    for _ in range(10**5):
        deep = [deep, own]
    deep.append(own)
    raise ValueError(own)


def customer(bell, patience):
    if patience == 0:  # one check is enough: each takes as long as its limit
        bomb()
    return "bought" if bell.wait(patience) else "gave up"
