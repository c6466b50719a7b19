# tries = "raises the number zero, controls, and characters that turn the direction of reading"
# exercise = "which-was-it"


def customer(bell, patience):
    raise ValueError("\x00 \x01 \x0b \x0c \x7f \x85 \u2028 \u2029 \u202e passed \u2066 \u200f \ufeff \ufff9 \U000e0041 zero")
