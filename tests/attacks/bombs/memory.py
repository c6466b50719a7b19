# tries = "takes all memory: one huge text, and many small ones"
# exercise = "which-was-it"
# honest = "forgets-the-impatient"


def bomb():
    kept = ["a" * 10**9]
    while True:
        kept.append(bytearray(10**7))


def customer(bell, patience):
    if patience == 0:  # one check is enough: each takes as long as its limit
        bomb()
    return "bought" if bell.wait(patience) else "gave up"
