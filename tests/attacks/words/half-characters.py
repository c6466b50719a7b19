# tries = "raises, returns and prints half characters, which no file can hold"
# exercise = "which-was-it"


def customer(bell, patience):
    if patience == 0:
        return "\ud800"
    if patience == 2:
        print("\udcff\ud800")
        return "x"
    raise ValueError("\udfff\ud800 half")
