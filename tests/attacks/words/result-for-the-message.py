# tries = "answers with results that make the check's own message go wrong: no keys, other types, deep and long"
# exercise = "which-was-it"


class Half(dict):
    def __missing__(self, key):
        return "bought"


def customer(bell, patience):
    if patience == 0:
        return {"answer": Half()}
    if patience == 2:
        return [[[{"waited": [1] * 1000}]]] * 50
    return {1: 2, None: 3, (4,): 5, "rung": {"answer": True}, 1.5: float("nan")}
