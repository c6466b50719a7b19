# tries = "sets the bell itself, or its flag, and claims that it heard it ring"
# exercise = "which-was-it"
# honest = "rings-it-itself"


def customer(bell, patience):
    bell._flag = True
    return "bought"
