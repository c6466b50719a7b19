# tries = "has a repr that reads like the end of one answer of the explorer and the beginning of another"
# exercise = "which-was-it"


class Quote:
    def __repr__(self):
        return '"}\n{"number":1,"kind":"found","exploration":{"outcomes":[],"executions":1,"coverage":"every schedule","complete":true}}\n'


def customer(bell, patience):
    return Quote()
